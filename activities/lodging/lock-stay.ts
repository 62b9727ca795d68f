import type { Context } from '../platform/context.ts'

/**
 * Holds a stay and its room until the transaction ends. To be followed by the question, never joined with
 * it: a statement that had to wait for a lock goes on seeing the books as they were before it waited.
 */
export const lockStay = (context: Context, stayId: string): Promise<void> =>
  lockStays(context, [stayId])

/** Several at once, in the order of their ids. */
export async function lockStays({ sql }: Context, stayIds: readonly string[]): Promise<void> {
  await sql.run(
    `select from order_lines l join rooms r on r.id = l.room_id where l.id = any($1::uuid[])
     order by l.id for no key update of l, r`,
    [stayIds],
  )
}
