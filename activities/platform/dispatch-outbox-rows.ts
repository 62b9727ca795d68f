import type { Sql } from '../../db/platform/sql.ts'
import type { ProcessKind } from '../../domain/platform/processes.ts'
import type { ProcessName } from '../gateways/temporal-processes.ts'
import { closeProcessCase, openProcessCase } from './worker-activities-cases.ts'

/** All due messages to one process: told once, they are all delivered. */
export type Claim = {
  readonly process: ProcessName
  readonly rowIds: readonly string[]
  readonly attempts: number
}

/** Rows whose dispatcher died are claimed again after this; longer than any one call may take. */
const LEASE = '30 seconds'
const LONGEST_PAUSE_S = 60
/** Attempts after which a person is told: by then it has been failing for some minutes. */
const PATIENCE = 10
const ERROR_LIMIT = 500

/**
 * Takes due rows under SKIP LOCKED, so that two dispatchers never send the same ones, and leases them
 * in the same statement: no transaction stays open while Temporal is called.
 */
export async function claimDue(sql: Sql, limit: number): Promise<Claim[]> {
  const rows = await sql.rows<{
    process: ProcessKind
    id: string
    row_ids: string[]
    attempts: number
  }>(
    `with due as (
       select id from outbox where delivered_at is null and next_attempt_at <= clock_timestamp()
       order by next_attempt_at, id limit $1 for update skip locked
     ), claimed as (
       update outbox o set attempts = o.attempts + 1,
         next_attempt_at = clock_timestamp() + interval '${LEASE}'
       from due where o.id = due.id
       returning o.process, o.subject_id, o.id, o.attempts
     )
     select process, subject_id as id, array_agg(id::text order by id) as row_ids,
       max(attempts) as attempts
     from claimed group by process, subject_id order by min(id)`,
    [limit],
  )
  return rows.map((row) => ({
    process: { kind: row.process, id: row.id },
    rowIds: row.row_ids,
    attempts: row.attempts,
  }))
}

export async function markDelivered(sql: Sql, claim: Claim): Promise<void> {
  await sql.run(
    `update outbox set delivered_at = clock_timestamp(), last_error = null
     where id = any($1::bigint[])`,
    [claim.rowIds],
  )
  if (claim.attempts > PATIENCE) await closeProcessCase(sql, 'undelivered_outbox', claim.process)
}

/** Puts it off: 1 s, 2 s, 4 s … up to a minute, each row for itself. */
export async function markFailed(sql: Sql, claim: Claim, error: string): Promise<void> {
  await sql.run(
    `update outbox set last_error = $2, next_attempt_at = clock_timestamp()
       + least(2 ^ least(attempts - 1, 10), ${LONGEST_PAUSE_S}) * interval '1 second'
     where id = any($1::bigint[])`,
    [claim.rowIds, error.slice(0, ERROR_LIMIT)],
  )
  if (claim.attempts >= PATIENCE)
    await openProcessCase(sql, 'undelivered_outbox', claim.process, error)
}

/** Temporal is back: nobody has to wait for the end of a pause. */
export async function endAllPauses(sql: Sql): Promise<number> {
  return sql.run(
    `update outbox set next_attempt_at = clock_timestamp()
     where delivered_at is null and last_error is not null`,
  )
}

export async function houseOffsetMs(sql: Sql): Promise<number> {
  return (await sql.one<{ offset_ms: number }>('select offset_ms from clock')).offset_ms
}
