import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** One business day of one property, until it is rolled at its set hour; the roll makes the next one. */
export function dayRoll(id: string): Promise<string> {
  return followTheBooks({
    kind: 'day_roll',
    id,
    read: () => verbs.nextDayRollStep({ id }),
    steps: { roll: () => verbs.rollDay({ id }) },
  })
}
