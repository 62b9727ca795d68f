import type { Availability, AvailableType, Member } from '../api/records.ts'
import { addDays, isDay, nightsBetween } from '../platform/formats/day.ts'

/** One kind of room in one span of days, as often as wanted. */
export type CartStay = {
  roomTypeId: string
  name: string
  nameEn: string
  checkIn: string
  checkOut: string
  count: number
  guestsPerRoom: number
}

/**
 * What the desk has chosen so far: the cart, and beside it the days and rooms being looked at. Lines are by
 * room type; a count of 0 is no line. The cart holds no stock (decision 20).
 */
export type BookingDraft = {
  checkIn: string
  checkOut: string
  lines: Record<string, { count: number; guestsPerRoom: number }>
  cart: CartStay[]
  member: Member | null
}

export const emptyLine = { count: 0, guestsPerRoom: 1 }

/** What another page knows already: `?checkIn=…&checkOut=…&roomTypeId=…`; what makes no sense is left out. */
export const draftFrom = (search: string, today: string): BookingDraft => {
  const asked = new URLSearchParams(search)
  const wished = asked.get('checkIn') ?? ''
  const checkIn = isDay(wished) && wished >= today ? wished : today
  const leaving = asked.get('checkOut') ?? ''
  const checkOut = isDay(leaving) && leaving > checkIn ? leaving : addDays(checkIn, 1)
  const roomTypeId = asked.get('roomTypeId')
  return {
    checkIn,
    checkOut,
    lines: roomTypeId ? { [roomTypeId]: { ...emptyLine, count: 1 } } : {},
    cart: [],
    member: null,
  }
}

export const areDaysRight = ({ checkIn, checkOut }: BookingDraft): boolean =>
  isDay(checkIn) && isDay(checkOut) && nightsBetween(checkIn, checkOut) > 0

/** Rooms of a type that the cart will want in any of these nights. */
const wantedByCart = ({ cart, checkIn, checkOut }: BookingDraft, roomTypeId: string): number =>
  cart
    .filter((stay) => stay.roomTypeId === roomTypeId)
    .filter((stay) => stay.checkIn < checkOut && checkIn < stay.checkOut)
    .reduce((sum, stay) => sum + stay.count, 0)

/** What is left for this order: what the house has free, less what lies in the cart. */
export const leftFor = (draft: BookingDraft, availability: Availability): AvailableType[] =>
  availability.roomTypes.map((type) => ({
    ...type,
    free: Math.max(0, type.free - wantedByCart(draft, type.roomTypeId)),
  }))

/** The chosen lines that the house can still sell in these dates. */
export const chosenStays = (draft: BookingDraft, types: AvailableType[]): CartStay[] =>
  types.flatMap((type) => {
    const { count, guestsPerRoom } = draft.lines[type.roomTypeId] ?? emptyLine
    const possible = type.sellable ? Math.min(count, type.free) : 0
    if (possible === 0) return []
    const { roomTypeId, name, nameEn } = type
    const { checkIn, checkOut } = draft
    return [{ roomTypeId, name, nameEn, checkIn, checkOut, count: possible, guestsPerRoom }]
  })

/** As the question for a quote writes it. */
export const quoteText = ({ roomTypeId, checkIn, checkOut, count }: CartStay): string =>
  [roomTypeId, checkIn, checkOut, count].join(':')
