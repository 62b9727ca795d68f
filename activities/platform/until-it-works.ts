const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000

/**
 * Waits for a server this process cannot do without. @returns null when told to leave before it came
 */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown) => void,
  leaving: AbortSignal,
): Promise<T | null> {
  for (let failures = 1; !leaving.aborted; failures += 1) {
    try {
      return await attempt()
    } catch (error) {
      onFailure(error)
    }
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
    await pause(pauseMs, leaving)
  }
  return null
}

function pause(ms: number, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, ms)
    leaving.addEventListener('abort', end, { once: true })
  })
}
