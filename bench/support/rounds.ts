/** One side of a comparison. `work` does one operation as caller n and says whether it succeeded. */
export type Side = {
  readonly name: string
  readonly callers: number
  work(caller: number): Promise<'done' | 'refused' | 'deadlock'>
  /** Before each round. */
  prepare?(): Promise<void>
  /** After each round: what is wrong with the books; a round with findings is void, and so is the run. */
  check(): Promise<string[]>
}

export type Round = {
  readonly perSecond: number
  readonly done: number
  readonly refused: number
  readonly deadlocks: number
  /** Of this Node process; the server's is not in it. */
  readonly cpuMicrosEach: number
}
export type Measured = { readonly name: string; readonly rounds: readonly Round[] }

export const WARM_UP_MS = 10_000
const ROUND_MS = 3_000
const ROUNDS = 5

/** Each side warmed up, then all in turn, round by round: what disturbs the machine disturbs all alike. */
export async function interleaved(sides: readonly Side[]): Promise<Measured[]> {
  for (const side of sides) await round(side, WARM_UP_MS)
  const measured = sides.map((side) => ({ name: side.name, rounds: [] as Round[] }))
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [index, side] of sides.entries())
      measured[index]?.rounds.push(await round(side, ROUND_MS))
  }
  return measured
}

async function round(side: Side, lastsMs: number): Promise<Round> {
  await side.prepare?.()
  const count = { done: 0, refused: 0, deadlock: 0 }
  const cpu = process.cpuUsage()
  const from = performance.now()
  const until = from + lastsMs
  await Promise.all(
    Array.from({ length: side.callers }, async (_, caller) => {
      while (performance.now() < until) count[await side.work(caller)] += 1
    }),
  )
  const seconds = (performance.now() - from) / 1_000
  const spent = process.cpuUsage(cpu)
  const wrong = await side.check()
  if (wrong.length > 0) throw new Error(`${side.name}: the round is void: ${wrong.join('; ')}`)
  const attempts = count.done + count.refused + count.deadlock
  return {
    perSecond: Math.round(attempts / seconds),
    done: count.done,
    refused: count.refused,
    deadlocks: count.deadlock,
    cpuMicrosEach: Math.round((spent.user + spent.system) / Math.max(1, attempts)),
  }
}

export type Ratio = { readonly median: number; readonly min: number; readonly max: number }

/** Round against round of the same turn, then the median: absolute rates depend on the day, ratios do not. */
export function ratio(side: Measured | undefined, to: Measured | undefined): Ratio {
  if (!side || !to) throw new Error('both sides were measured')
  const each = side.rounds
    .map((one, n) => one.perSecond / Math.max(1, to.rounds[n]?.perSecond ?? 0))
    .toSorted((a, b) => a - b)
  const rounded = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100
  return {
    median: rounded(each[Math.floor(each.length / 2)]),
    min: rounded(each[0]),
    max: rounded(each.at(-1)),
  }
}
