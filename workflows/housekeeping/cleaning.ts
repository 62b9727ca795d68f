import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** Until the room may be entered again: raises a cleaning nobody begins, and one that takes too long. */
export function cleaning(id: string): Promise<string> {
  return followTheBooks({
    kind: 'cleaning',
    id,
    read: () => verbs.nextCleaningStep({ id }),
    steps: {
      raiseNotBegun: () => verbs.raiseCleaningNotBegun({ id }),
      raiseOverrun: () => verbs.raiseCleaningOverrun({ id }),
    },
  })
}
