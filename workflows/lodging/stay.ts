import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** From check-in until departure: raises a guest who is still in the room after the check-out hour. */
export function stay(id: string): Promise<string> {
  return followTheBooks({
    kind: 'stay',
    id,
    read: () => verbs.nextStayStep({ id }),
    steps: { raiseOverdue: () => verbs.raiseOverdueDeparture({ id }) },
  })
}
