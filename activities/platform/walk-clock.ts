import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { dueProcesses } from '../../db/platform/process-life.ts'
import type { Context } from './context.ts'
import type { House } from './house.ts'
import { runVerb } from './run-verb.ts'

/** A stop is one moment at which something is due. */
const STOPS_MAX = 2_000
/** What is due within a second of each other happens at one stop. */
const ONE_STOP_MS = 1_000
const DUE_AT_A_STOP = 5_000
/** Longer than a verb with all its repetitions normally takes; after this the walk goes on without it. */
const PATIENCE_MS = 15_000
/** Once something was late (no worker is there?) the other stops are not waited for that long. */
const LITTLE_PATIENCE_MS = 1_000
const EFFECT_LOOK_MS = 25

export type Walk = {
  readonly from: string
  /** Where the clock stands now: the target, unless there were too many stops. */
  readonly now: string
  readonly stops: number
  /** `process:id` of what was due and did not happen in time; it has its own case or will be told again. */
  readonly late: readonly string[]
}

/** The trail names its subjects by uuid; there is one clock. */
const THE_CLOCK = '00000000-0000-0000-0000-000000000000'

type Move = { readonly to: Date; readonly expectedOffsetMs: number }
type ClockFace = { readonly now: string; readonly offset_ms: number }

/**
 * Moves the house clock to a moment, stopping wherever something is due, so that everything happens
 * in its order and at its own time (B-14, decision 28). Needs the books only: each move and the
 * messages to the processes due there are one transaction; the dispatcher delivers them, and the
 * worker's rounds move the time inside the other processes after it. So a walk that breaks off
 * anywhere leaves nothing wrong behind (docs/adr/0003).
 *
 * @throws DomainError clock_fixed in a production house; dates_impossible is the route's to check;
 *   state_conflict when somebody else moves the clock at the same time
 */
export async function walkClock(
  house: House,
  options: { to: Date; actor: Actor; requestId: string; patienceMs?: number },
): Promise<Walk> {
  const { sql } = house.database
  const face = () => sql.one<ClockFace>('select house_now() as now, offset_ms from clock')
  const call = { actor: options.actor, requestId: options.requestId }
  const late = new Set<string>()
  const start = await face()
  let stops = 0

  for (let at = start; ; at = await face()) {
    // What is due already must have happened before time may pass.
    const patienceMs = late.size === 0 ? (options.patienceMs ?? PATIENCE_MS) : LITTLE_PATIENCE_MS
    await waitForEffects(house, new Date(at.now), late, patienceMs)
    const next = await nextStop(house, options.to, late)
    const stop = next ?? options.to
    if (stop.getTime() > Date.parse(at.now)) {
      await runVerb(house, call, moveClock, { to: stop, expectedOffsetMs: at.offset_ms })
    }
    if (next === null || stops >= STOPS_MAX) break
    stops += 1
  }
  const { now } = await face()
  return { from: start.now, now, stops, late: [...late] }
}

/** The clock's one move, and the messages to everything that becomes due by it. */
async function moveClock(context: Context, { to, expectedOffsetMs }: Move): Promise<void> {
  const { sql } = context
  const moved = await sql.run(
    `update clock set offset_ms =
       offset_ms + greatest(0, ceil(extract(epoch from $1::timestamptz - house_now()) * 1000))
     where offset_ms = $2`,
    [to, expectedOffsetMs],
  )
  if (moved === 0) throw new DomainError('state_conflict', { state: 'clock moving' })
  context.audit({
    verb: 'clock.moved',
    subject: { kind: 'clock', id: THE_CLOCK },
    before: { offsetMs: expectedOffsetMs },
    after: { to: to.toISOString() },
  })
  for (const { process, id } of await dueProcesses(sql, to, DUE_AT_A_STOP)) {
    context.tell(process, id)
  }
}

async function nextStop(house: House, to: Date, late: ReadonlySet<string>): Promise<Date | null> {
  const due = await dueProcesses(house.database.sql, to, DUE_AT_A_STOP)
  const moments = due
    .filter((one) => !late.has(`${one.process}:${one.id}`))
    .map((one) => Date.parse(one.dueAt))
  const [first] = moments
  if (first === undefined) return null
  return new Date(Math.max(...moments.filter((moment) => moment <= first + ONE_STOP_MS)))
}

/** Until nothing is due at `now` any more; what takes too long is remembered and passed over. */
async function waitForEffects(
  house: House,
  now: Date,
  late: Set<string>,
  patienceMs: number,
): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    const due = await dueProcesses(house.database.sql, now, DUE_AT_A_STOP)
    const waitingFor = due
      .map((one) => `${one.process}:${one.id}`)
      .filter((name) => !late.has(name))
    if (waitingFor.length === 0) return
    if (Date.now() > until) {
      for (const name of waitingFor) late.add(name)
      house.log.warn(
        { waitingFor: waitingFor.length },
        'the clock goes on although something due has not happened',
      )
      return
    }
    await sleep(EFFECT_LOOK_MS)
  }
}
