import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** From check-out until the room is clean: raises a cleaning that takes too long. */
export function cleaning(id: string): Promise<string> {
  return followTheBooks({
    kind: 'cleaning',
    id,
    read: () => verbs.nextCleaningStep({ id }),
    steps: { raiseOverrun: () => verbs.raiseCleaningOverrun({ id }) },
  })
}
