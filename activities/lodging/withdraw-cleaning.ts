import type { Context } from '../platform/context.ts'

/** The guest had not left after all: the cleaning his check-out asked for is over, unless it was done already. */
export async function withdrawCleaning(context: Context, stayId: string): Promise<string | null> {
  const { sql, now } = context
  const cleaning = await sql.maybe<{ id: string }>(
    `update cleanings set done_at = $2, finished_at = coalesce(finished_at, $2), withdrawn_at = $2,
       version = version + 1
     where line_id = $1 and kind = 'departure' and done_at is null returning id`,
    [stayId, now],
  )
  if (!cleaning) return null
  await sql.run(
    `update cases set closed_at = $2 where subject_kind = 'cleaning' and subject_id = $1 and closed_at is null`,
    [cleaning.id, now],
  )
  context.tell('cleaning', cleaning.id)
  return cleaning.id
}
