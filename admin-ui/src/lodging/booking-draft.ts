import type { Availability, AvailableType, Member } from '../api/records.ts'
import { addDays, isDay, nightsBetween } from '../platform/formats/day.ts'

/** What the desk has chosen so far. Lines are by room type; a count of 0 is no line. */
export type BookingDraft = {
  checkIn: string
  checkOut: string
  lines: Record<string, { count: number; guestsPerRoom: number }>
  member: Member | null
}

export type BookingLine = { type: AvailableType; count: number; guestsPerRoom: number }

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
    member: null,
  }
}

export const areDaysRight = ({ checkIn, checkOut }: BookingDraft): boolean =>
  isDay(checkIn) && isDay(checkOut) && nightsBetween(checkIn, checkOut) > 0

/** The chosen lines that the house can still sell in these dates. */
export const chosenLines = (draft: BookingDraft, availability?: Availability): BookingLine[] =>
  (availability?.roomTypes ?? []).flatMap((type) => {
    const { count, guestsPerRoom } = draft.lines[type.roomTypeId] ?? emptyLine
    const possible = type.sellable ? Math.min(count, type.free) : 0
    return possible > 0 ? [{ type, count: possible, guestsPerRoom }] : []
  })

/** The sum of the list prices; discounts are the house's to apply. */
export const listPrice = (lines: BookingLine[]): number =>
  lines.reduce((sum, { type, count }) => sum + (type.amountPerRoom ?? 0) * count, 0)
