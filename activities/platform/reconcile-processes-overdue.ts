import { randomUUID } from 'node:crypto'
import { dueProcesses } from '../../db/platform/process-life.ts'
import type { Processes } from '../gateways/temporal-processes.ts'
import { fewAtATime } from './dispatch-outbox-in-flight.ts'
import { houseOffsetMs } from './dispatch-outbox-rows.ts'
import type { House } from './house.ts'

/** A process normally acts within a second; this late, its timer is wrong or lost. */
const TOO_LATE_MS = 60_000
const AT_MOST = 500

/**
 * The last net under all timers: whatever has been due by the books for a minute and nobody has done
 * is told to look again. Processes a person already knows of are left alone.
 *
 * @returns how many were told
 */
export async function wakeOverdue(house: House, processes: Processes): Promise<number> {
  const { sql } = house.database
  const { now } = await sql.one<{ now: string }>('select house_now() as now')
  const due = await dueProcesses(sql, new Date(Date.parse(now) - TOO_LATE_MS), AT_MOST)
  if (due.length === 0) return 0
  const known = await sql.rows<{ id: string }>(
    `select subject_id as id from cases where kind in ('process_failed', 'process_ended_early')
     and closed_at is null`,
  )
  const left = new Set(known.map((row) => row.id))
  const late = due.filter((one) => !left.has(one.id))
  const offsetMs = await houseOffsetMs(sql)
  await fewAtATime(late, async ({ process, id, dueAt }) => {
    house.log.warn({ process, id, dueAt }, 'overdue; telling the process')
    await processes.tell({
      process: { kind: process, id },
      messageId: `overdue:${randomUUID()}`,
      offsetMs,
      reviveBroken: true,
    })
  })
  return late.length
}
