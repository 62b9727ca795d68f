import type { FieldError } from '../platform/errors.ts'
import { COUNTRIES, JAPAN } from './countries.ts'

/** 住宅宿泊事業法 · 旅館業法: which law a dwelling is let under. */
export const LICENCES = ['home_sharing', 'inn'] as const
export type Licence = (typeof LICENCES)[number]

export const IDENTITY_METHODS = ['face_to_face', 'ict'] as const
export const IDENTITY_DOCUMENTS = [
  'passport',
  'residence_card',
  'driving_licence',
  'my_number_card',
  'other',
] as const

/** How the house recognised its guests. Which paper was seen, never its number. */
export type IdentityCheck = {
  readonly method: (typeof IDENTITY_METHODS)[number]
  readonly document: (typeof IDENTITY_DOCUMENTS)[number]
}

/** One line of the 宿泊者名簿. */
export type GuestEntry = {
  readonly name: string
  readonly address: string
  readonly occupation: string | null
  readonly contact: string | null
  readonly nationality: string
  readonly livesInJapan: boolean
  readonly passportNumber: string | null
  readonly representative: boolean
}

/** As the desk hands it in: an earlier entry, and what is different now. */
export type GuestInput = Partial<Omit<GuestEntry, 'representative'>> & {
  readonly copyOf?: string
  readonly representative: boolean
}

const BLANK: GuestEntry = {
  name: '',
  address: '',
  occupation: null,
  contact: null,
  nationality: JAPAN,
  livesInJapan: true,
  passportNumber: null,
  representative: false,
}

/** 旅館業法 asks how to reach a guest, 住宅宿泊事業法 what he does. */
export const workOrContact = (licence: Licence) =>
  licence === 'home_sharing' ? 'occupation' : 'contact'

/** Nationality and passport are written down for foreigners without an address in Japan (規則7条). */
export const needsPassport = (guest: Pick<GuestEntry, 'nationality' | 'livesInJapan'>) =>
  !guest.livesInJapan && guest.nationality !== JAPAN

/** What was handed in over what was written before; a copy leaves out what this licence does not ask. */
export function guestEntry(
  input: GuestInput,
  earlier: GuestEntry | null,
  licence: Licence,
): GuestEntry {
  const { copyOf: _, ...given } = input
  const other = licence === 'home_sharing' ? 'contact' : 'occupation'
  const merged = { ...BLANK, ...(earlier && { ...earlier, [other]: null }), ...given }
  const text = (value: string | null) => value?.trim() || null
  return {
    ...merged,
    name: merged.name.trim(),
    address: merged.address.trim(),
    occupation: text(merged.occupation),
    contact: text(merged.contact),
    passportNumber: merged.passportNumber?.replaceAll(' ', '').toUpperCase() || null,
  }
}

type Fault = { readonly field: keyof GuestEntry; readonly code: string }

/** What the law misses in one guest's line, or what it does not want written down. */
export function guestFaults(guest: GuestEntry, licence: Licence): Fault[] {
  const asked = workOrContact(licence)
  const notAsked = asked === 'occupation' ? 'contact' : 'occupation'
  const faults: Fault[] = []
  const add = (isWrong: boolean, field: keyof GuestEntry, code: string) => {
    if (isWrong) faults.push({ field, code })
  }
  add(guest.name === '', 'name', 'missing')
  add(guest.address === '', 'address', 'missing')
  add(guest[asked] === null, asked, 'missing')
  add(guest[notAsked] !== null, notAsked, 'not_collected')
  add(!COUNTRIES.includes(guest.nationality), 'nationality', 'no_country')
  const passport = needsPassport(guest)
  add(passport && guest.passportNumber === null, 'passportNumber', 'missing')
  add(!passport && guest.passportNumber !== null, 'passportNumber', 'not_collected')
  return faults
}

/** A whole room's register, with pointers below `at` for the caller's form. Empty: complete. */
export function registerFaults(
  guests: readonly GuestEntry[],
  licence: Licence,
  at: string,
): FieldError[] {
  const faults = guests.flatMap((guest, index) =>
    guestFaults(guest, licence).map(({ field, code }) => fault(`${at}/${index}/${field}`, code)),
  )
  if (guests.filter((guest) => guest.representative).length !== 1)
    faults.push(fault(at, 'one_representative'))
  return faults
}

export const fault = (pointer: string, code: string): FieldError => ({
  pointer,
  code,
  message: code,
})

/** Kept three years from the day it was written (規則7条), the last day included. */
export function retainUntil(writtenOn: string): string {
  const day = new Date(`${writtenOn}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + RETENTION_YEARS)
  return day.toISOString().slice(0, 10)
}
const RETENTION_YEARS = 3

/** The last four, for whoever only has to recognise it. */
export const masked = (value: string | null): string | null =>
  value === null ? null : `…${value.slice(-4)}`

/** Enough of an address to ask "still there?". */
export const beginningOf = (address: string): string => {
  const letters = Array.from(address)
  return letters.length <= SHOWN
    ? `${letters.slice(0, 2).join('')}…`
    : `${letters.slice(0, SHOWN).join('')}…`
}
const SHOWN = 6
