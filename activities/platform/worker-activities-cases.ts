import type { Sql } from '../../db/platform/sql.ts'
import type { ProcessName } from '../gateways/temporal-processes.ts'
import { type CaseKind, closeCase, openCase } from './cases.ts'

/** The cases that concern a process itself, not what it is about (decision 30). */
type ProcessCase = Extract<
  CaseKind,
  'undelivered_outbox' | 'process_failed' | 'process_ended_early'
>

const CAUSE_LIMIT = 500

/** Tells a person of the property the process belongs to; once, however often called. */
export async function openProcessCase(
  sql: Sql,
  kind: ProcessCase,
  process: ProcessName,
  cause: string,
): Promise<void> {
  const { now, property_id } = await sql.one<{ now: string; property_id: string | null }>(
    `select house_now() as now, coalesce(
       (select property_id from orders where id = $1),
       (select property_id from approval_requests where id = $1),
       (select property_id from order_lines where id = $1),
       (select property_id from cleanings where id = $1),
       (select property_id from messages where id = $1),
       (select property_id from business_days where id = $1),
       (select property_id from room_blocks where id = $1),
       (select property_id from registrations where id = $1)) as property_id`,
    [process.id],
  )
  await openCase(
    { sql, now: new Date(now) },
    {
      kind,
      subject: { kind: process.kind, id: process.id },
      propertyId: property_id,
      cause: cause.slice(0, CAUSE_LIMIT),
    },
  )
}

/** Its cause is cured. */
export async function closeProcessCase(
  sql: Sql,
  kind: ProcessCase,
  process: ProcessName,
): Promise<void> {
  const { now } = await sql.one<{ now: string }>('select house_now() as now')
  await closeCase({ sql, now: new Date(now) }, kind, { kind: process.kind, id: process.id })
}
