import type { Context } from '../platform/context.ts'

/** A mail server is configured now: what waited for one goes out, and the cases about it close. */
export async function releaseHeldMessages(context: Context): Promise<number> {
  const { sql, now } = context
  const released = await sql.rows<{ id: string }>(
    `update messages set held = false, next_attempt_at = least(next_attempt_at, $1), version = version + 1
     where held returning id`,
    [now],
  )
  for (const { id } of released) context.tell('message', id)
  await sql.run(
    `update cases set closed_at = $1 where kind = 'mail_unconfigured' and closed_at is null`,
    [now],
  )
  return released.length
}
