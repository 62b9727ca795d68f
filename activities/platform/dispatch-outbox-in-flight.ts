/** How many calls to Temporal are under way at a time: a development server has one shard, one writer. */
export const IN_FLIGHT = 8

/** Does the work for every item, a few at a time; the first failure is thrown when all have ended. */
export async function fewAtATime<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane))
  const failed = lanes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
