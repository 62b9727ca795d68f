import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** A room out of use until its last night is over: warns before the end, and gives the room back at it. */
export function block(id: string): Promise<string> {
  return followTheBooks({
    kind: 'block',
    id,
    read: () => verbs.nextBlockStep({ id }),
    steps: {
      warn: () => verbs.warnBlockEnding({ id }),
      end: () => verbs.endBlock({ id }),
    },
  })
}
