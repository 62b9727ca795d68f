import { randomUUID } from 'node:crypto'
import { assertNever } from '../../domain/platform/assert-never.ts'
import { REOPENED, workflowId } from '../../domain/platform/processes.ts'
import { type OpenProcess, openProcesses } from '../../db/platform/process-life.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Processes, ProcessName } from '../gateways/temporal-processes.ts'
import { fewAtATime } from './dispatch-outbox-in-flight.ts'
import type { House } from './house.ts'
import { closeProcessCase, openProcessCase } from './worker-activities-cases.ts'

const PAGE = 500
/** A process whose clock is behind by more than this has missed a move of the house clock. */
const LAG_NOTICED_MS = 1_000

/** What was found and done, one number per finding. */
export type Reconciled = {
  /** Open by the books. */
  open: number
  running: number
  started: number
  /** Failed, terminated or cancelled before: started again. */
  revived: number
  /** Running behind the house clock: moved there. */
  moved: number
  /** Ended although the books say "open": a case for a person, never a silent repair. */
  endedEarly: number
}

/**
 * Makes Temporal agree with the books (B-19): whatever is open there has a process that runs, at the
 * right step, because every process reads the books before it does anything. Repeating it is harmless.
 *
 * @throws when Temporal or the books are away; what was done until then is done
 */
export async function reconcileProcesses(house: House, processes: Processes): Promise<Reconciled> {
  const found: Reconciled = { open: 0, running: 0, started: 0, revived: 0, moved: 0, endedEarly: 0 }
  const completed: OpenProcess[] = []
  for await (const page of openPages(house.database.sql)) {
    const clock = await houseClock(house)
    await fewAtATime(page, async (open) => {
      if (await isCompleted(processes, open, clock, found)) completed.push(open)
    })
    found.open += page.length
  }
  found.endedEarly = await reportEndedEarly(house, completed)
  return found
}

async function* openPages(sql: Sql): AsyncGenerator<OpenProcess[]> {
  let after: OpenProcess | null = null
  for (;;) {
    const page: OpenProcess[] = await openProcesses(sql, after, PAGE)
    yield page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

type HouseClock = { readonly offsetMs: number; readonly houseMs: number; readonly readAt: number }

async function houseClock(house: House): Promise<HouseClock> {
  const { now, offset_ms } = await house.database.sql.one<{ now: string; offset_ms: number }>(
    'select house_now() as now, offset_ms from clock',
  )
  return { offsetMs: offset_ms, houseMs: Date.parse(now), readAt: Date.now() }
}

async function isCompleted(
  processes: Processes,
  open: OpenProcess,
  clock: HouseClock,
  found: Reconciled,
): Promise<boolean> {
  const process = processOf(open)
  const { standing, insideMs } = await processes.standing(process)
  const message = { process, messageId: `reconcile:${randomUUID()}`, offsetMs: clock.offsetMs }
  switch (standing) {
    case 'running': {
      found.running += 1
      const houseMs = clock.houseMs + (Date.now() - clock.readAt)
      if (houseMs - insideMs <= LAG_NOTICED_MS) return false
      if ((await processes.bringTo(process, houseMs)) === 'moved') found.moved += 1
      return false
    }
    case 'missing':
      if ((await processes.tell(message)) === 'started') found.started += 1
      return false
    case 'broken':
      if ((await processes.tell({ ...message, reviveBroken: true })) === 'started') {
        found.revived += 1
      }
      return false
    case 'completed':
      if (!REOPENED.has(open.process)) return true
      // It had ended rightly, and the books were opened again since.
      if ((await processes.tell(message)) === 'started') found.started += 1
      return false
    default:
      return assertNever(standing)
  }
}

/**
 * A process may have ended rightly while we looked: the books are asked once more, and cases of
 * processes that are over by now close themselves.
 */
async function reportEndedEarly(house: House, completed: readonly OpenProcess[]): Promise<number> {
  const { sql } = house.database
  const reported = await sql.rows<OpenProcess>(
    `select subject_kind as process, subject_id as id from cases
     where kind = 'process_ended_early' and closed_at is null`,
  )
  if (completed.length + reported.length === 0) return 0
  const open = new Set<string>()
  for await (const page of openPages(sql)) for (const one of page) open.add(nameOf(one))
  const early = completed.filter((one) => open.has(nameOf(one)))
  for (const one of early) {
    house.log.error({ process: nameOf(one) }, 'ended although the books say it is open')
    await openProcessCase(
      sql,
      'process_ended_early',
      processOf(one),
      'the process has ended, the books have not',
    )
  }
  for (const over of reported.filter((one) => !open.has(nameOf(one)))) {
    await closeProcessCase(sql, 'process_ended_early', processOf(over))
  }
  return early.length
}

const nameOf = (open: OpenProcess) => workflowId(open.process, open.id)
const processOf = (open: OpenProcess): ProcessName => ({ kind: open.process, id: open.id })
