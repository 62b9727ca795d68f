import type { Sql } from '../../db/platform/sql.ts'

/** Decision 25: answers are kept for this long. Wall time, like everything here. */
const ANSWERS_KEPT_DAYS = 7
/** What was told to Temporal, for whoever looks into a case. */
const MESSAGES_KEPT_DAYS = 30

/** Removes what has had its time: stored answers, delivered messages, ended sessions, old counts of failed sign-ins. */
export async function forgetExpired(sql: Sql): Promise<void> {
  await sql.run(
    `delete from idempotency_keys where created_at < clock_timestamp() - $1 * interval '1 day'`,
    [ANSWERS_KEPT_DAYS],
  )
  await sql.run(
    `delete from outbox where delivered_at < clock_timestamp() - $1 * interval '1 day'`,
    [MESSAGES_KEPT_DAYS],
  )
  await sql.run('delete from sessions where expires_at < clock_timestamp()')
  await sql.run(
    `delete from login_failures where window_started_at < clock_timestamp() - interval '1 day'`,
  )
}
