import { followTheBooks } from '../platform/follow-the-books.ts'
import { verbs } from '../platform/verbs.ts'

/** From the web form until the mail's code confirms it or its time is over. */
export function registration(id: string): Promise<string> {
  return followTheBooks({
    kind: 'registration',
    id,
    read: () => verbs.nextRegistrationStep({ id }),
    steps: { expire: () => verbs.expireRegistration({ id }) },
  })
}
