import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** From "placed, not paid" until it is paid, cancelled or expired: reminds once, then gives the rooms back. */
export function order(id: string): Promise<string> {
  return followTheBooks({
    kind: 'order',
    id,
    read: () => verbs.nextOrderStep({ id }),
    steps: {
      remind: () => verbs.remindOrder({ id }),
      expire: () => verbs.expireOrder({ id }),
    },
  })
}
