import { setTimeout as sleep } from 'node:timers/promises'

/** Tries an expectation again and again, a short while, for what happens after the answer. */
export async function eventually<T>(expectation: () => Promise<T>, limitMs = 10_000): Promise<T> {
  const until = Date.now() + limitMs
  for (;;) {
    try {
      return await expectation()
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(50)
    }
  }
}
