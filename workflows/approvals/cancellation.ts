import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** From the request until it is settled, rejected or withdrawn: raises a late decision, carries out an approval. */
export function cancellation(id: string): Promise<string> {
  return followTheBooks({
    kind: 'cancellation',
    id,
    read: () => verbs.nextCancellationStep({ id }),
    steps: {
      raiseOverdue: () => verbs.raiseOverdueRequest({ id }),
      settle: () => verbs.settleCancellation({ id }),
    },
  })
}
