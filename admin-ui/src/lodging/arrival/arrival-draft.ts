import type { ArrivalSheet, GuestBody, GuestInBrief, Licence } from '../../api/records.ts'
import { JAPAN } from './countries.ts'

/** What is typed about one guest; kept while the dialog is open, also over a refusal. */
export type GuestDraft = {
  /** An earlier entry everything is copied from, until somebody rewrites it. */
  copied: GuestInBrief | null
  /** The representative's earlier entry, of which only the address is taken. */
  addressOf: GuestInBrief | null
  name: string
  address: string
  occupation: string
  contact: string
  nationality: string
  livesInJapan: boolean
  passportNumber: string
}
export type RoomDraft = { guests: GuestDraft[]; representative: number; countReason: string }
export type IdentityDraft = {
  method: 'face_to_face' | 'ict'
  document: 'passport' | 'residence_card' | 'driving_licence' | 'my_number_card' | 'other' | null
  everyGuest: boolean
}
export type ArrivalDraft = {
  identity: IdentityDraft
  rooms: Record<string, RoomDraft>
  earlier: boolean
  at: string
  atReason: string
}

export const blankGuest = (name = ''): GuestDraft => ({
  copied: null,
  addressOf: null,
  name,
  address: '',
  occupation: '',
  contact: '',
  nationality: JAPAN,
  livesInJapan: true,
  passportNumber: '',
})

/** One card for each guest who was booked; the first carries the member's name, who mostly comes along. */
export const draftOf = (sheet: ArrivalSheet, stayIds: string[]): ArrivalDraft => ({
  identity: { method: 'face_to_face', document: null, everyGuest: false },
  rooms: Object.fromEntries(
    sheet.order.stays
      .filter(({ id }) => stayIds.includes(id))
      .map((stay, room) => [
        stay.id,
        {
          guests: Array.from({ length: stay.guests }, (_, index) =>
            blankGuest(room === 0 && index === 0 ? sheet.member.name : ''),
          ),
          representative: 0,
          countReason: '',
        },
      ]),
  ),
  earlier: false,
  at: '',
  atReason: '',
})

export const needsPassport = ({ livesInJapan, nationality }: GuestDraft) =>
  !livesInJapan && nationality !== JAPAN

export type GuestField = 'name' | 'address' | 'occupation' | 'contact' | 'passportNumber'

/** What is still empty; what the house wants beyond that, it says itself. */
export const emptyFields = (guest: GuestDraft, licence: Licence): GuestField[] => {
  if (guest.copied) return []
  const asked: GuestField[] = ['name', licence === 'home_sharing' ? 'occupation' : 'contact']
  if (!guest.addressOf) asked.push('address')
  if (needsPassport(guest)) asked.push('passportNumber')
  return asked.filter((field) => guest[field].trim() === '')
}

export const bodyOf = (guest: GuestDraft, licence: Licence, representative: boolean): GuestBody => {
  if (guest.copied) return { copyOf: guest.copied.id, representative }
  return {
    ...(guest.addressOf ? { copyOf: guest.addressOf.id } : { address: guest.address }),
    name: guest.name,
    ...(licence === 'home_sharing'
      ? { occupation: guest.occupation, contact: null }
      : { contact: guest.contact, occupation: null }),
    nationality: guest.nationality,
    livesInJapan: guest.livesInJapan,
    passportNumber: needsPassport(guest) ? guest.passportNumber : null,
    representative,
  }
}

export const partyOf = (room: RoomDraft, licence: Licence) => ({
  guests: room.guests.map((guest, index) => bodyOf(guest, licence, index === room.representative)),
  ...(room.countReason.trim() && { countReason: room.countReason.trim() }),
})
