import type { Context } from '../platform/context.ts'

/**
 * Holds a stay and its room until the transaction ends. To be followed by the question, never joined with
 * it: a statement that had to wait for a lock goes on seeing the books as they were before it waited.
 */
export async function lockStay({ sql }: Context, stayId: string): Promise<void> {
  await sql.run(
    'select from order_lines l join rooms r on r.id = l.room_id where l.id = $1 for no key update of l, r',
    [stayId],
  )
}
