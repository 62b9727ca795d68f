import { DomainError } from '../platform/errors.ts'
import { isMyNumber } from './my-number.ts'

export const IDENTITY_TYPES = [
  'passport',
  'residence_card',
  'driving_licence',
  'foreign_id',
  'other',
] as const
export type IdentityType = (typeof IDENTITY_TYPES)[number]
export type IdentityDocument = { readonly type: IdentityType; readonly number: string }

/** After spaces and hyphens are gone. Passports of other countries differ from ours: lenient on purpose. */
const FORMATS: Readonly<Record<IdentityType, RegExp>> = {
  passport: /^(?=.*\d)[A-Z0-9]{5,20}$/,
  residence_card: /^[A-Z]{2}\d{8}[A-Z]{2}$/,
  driving_licence: /^\d{12}$/,
  foreign_id: /^[\p{L}\p{N}]{3,40}$/u,
  other: /^[\p{L}\p{N}]{3,40}$/u,
}

/**
 * A document as it is kept: full-width forms become plain, letters capitals, spaces and hyphens go.
 * A personal number may not be written down, not even with consent (japan.md, 3f); a licence has twelve
 * digits as well, so its number is a licence's whatever the check digit says.
 *
 * @throws DomainError my_number_refused, validation_failed
 */
export function checkedIdentity({ type, number }: IdentityDocument): IdentityDocument {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—−ー]/g, '')
  if (type !== 'driving_licence' && isMyNumber(plain)) throw new DomainError('my_number_refused')
  if (!FORMATS[type].test(plain)) {
    const fields = [{ pointer: '/identity/number', code: 'identity_format', message: type }]
    throw new DomainError('validation_failed', {}, { fields })
  }
  return { type, number: plain }
}

/** What may be shown of a number: its last four characters, fewer of a short one. */
export const visibleTail = (number: string): string => {
  const letters = Array.from(number)
  return letters.slice(-Math.min(4, Math.floor(letters.length / 2))).join('')
}

/** The length of what is hidden is hidden, too. */
export const maskedNumber = (tail: string) => `********${tail}`
