import { DomainError, type FieldError } from '../platform/errors.ts'
import { katakanaOf } from './kana.ts'

/** What a member is asked for besides the identity document (003-10). */
export type Person = {
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly email: string | null
  readonly birthDate: string
}

const YEARS_MAX = 130
const NAME_MAX = 100

/**
 * Some of a person's facts as they are kept: names trimmed and otherwise as they were written (外字 and
 * emoji are text), the reading in katakana.
 *
 * @throws DomainError validation_failed, with every field that does not fit
 */
export function checkedPerson<Some extends Partial<Person>>(given: Some, now: Date): Some {
  const wrong: FieldError[] = []
  const refuse = (field: keyof Person, code: string) =>
    void wrong.push({ pointer: `/${field}`, code, message: field })
  const checked: Partial<Record<keyof Person, string | null>> = { ...given }

  if (given.name !== undefined) {
    checked.name = given.name.replace(/\s+/g, ' ').trim()
    if (!isName(checked.name)) refuse('name', 'characters')
  }
  if (given.kana !== undefined) {
    const kana = katakanaOf(given.kana)
    // Two half-width letters may become one, never one two: what fits before fits after.
    if (kana === null || kana.length > NAME_MAX) refuse('kana', 'kana')
    checked.kana = kana
  }
  if (given.birthDate !== undefined && !isBirthDate(given.birthDate, now))
    refuse('birthDate', 'impossible')
  if (wrong.length > 0) throw new DomainError('validation_failed', {}, { fields: wrong })
  return checked as Some
}

/** Any text that can be seen: control characters cannot. */
const isName = (text: string) =>
  text !== '' && Array.from(text).length <= NAME_MAX && !/\p{Cc}/u.test(text)

/** Nobody is born in the future or more than 130 years ago. */
function isBirthDate(birthDate: string, now: Date): boolean {
  const born = Date.parse(`${birthDate}T00:00:00Z`)
  const oldest = now.getTime() - YEARS_MAX * 366 * 86_400_000
  return born <= now.getTime() && born >= oldest
}
