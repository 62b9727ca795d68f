export type SteadyLoop = {
  /** Ends the rest it is in, or the next one. */
  wake(): void
  /** Ends after the work under way. */
  stop(): Promise<void>
}

/**
 * Does the same work again and again, with rests, and outlives its failures: the background tasks of
 * a process that must go on while a server it needs is away.
 *
 * @param work returns how long to rest before the next time, in ms
 */
export function steadyLoop(options: {
  work: () => Promise<number>
  onFailure: (error: unknown) => void
  restAfterFailureMs: number
}): SteadyLoop {
  const stopping = new AbortController()
  let woken = false
  let endRest: () => void = () => undefined

  async function rest(ms: number): Promise<void> {
    if (!woken && !stopping.signal.aborted && ms > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        endRest = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    woken = false
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      let restMs = options.restAfterFailureMs
      try {
        restMs = await options.work()
      } catch (error) {
        options.onFailure(error)
      }
      await rest(restMs)
    }
  }
  const running = run()

  return {
    wake() {
      woken = true
      endRest()
    },
    async stop() {
      stopping.abort()
      endRest()
      await running
    },
  }
}
