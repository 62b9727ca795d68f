import type { BirthdayBenefit } from '../../domain/lodging/birthday-benefit.ts'
import { addDays, type LocalDate } from '../../domain/lodging/local-date.ts'
import { type QuotedNight, quotedNight } from '../../domain/lodging/price.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../platform/sql.ts'
import { pricedNights } from './rate-queries.ts'

export type StayRequest = {
  readonly roomTypeId: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  /** When the party arrives, where that is not the first night asked for: a stay that is extended. */
  readonly arrival?: LocalDate
}
export type QuotedStay = {
  readonly roomTypeId: string
  readonly capacity: number
  /** Of one room. */
  readonly nights: readonly QuotedNight[]
}
export type QuoteQuestion = {
  readonly propertyId: string
  /** Whose benefits count; nobody's: the list rate. */
  readonly memberId: string | null
  readonly stays: readonly StayRequest[]
  /** The rules, and the day of the booking, as of this moment. */
  readonly at: Date
}

/**
 * What stays would cost a member, night by night, in the order asked; null for a room type that is not of
 * this property. Quote, booking and extension ask here and nowhere else (003-08, 003-15).
 *
 * @throws DomainError not_found for a member who is not of the property's issuer
 */
export async function quoteStays(
  sql: Sql,
  { propertyId, memberId, stays, at }: QuoteQuestion,
): Promise<readonly (QuotedStay | null)[]> {
  const buyer = memberId === null ? null : await findBuyer(sql, propertyId, memberId, at)
  const from = stays.map((stay) => stay.checkIn).toSorted()[0]
  const until = stays
    .map((stay) => stay.checkOut)
    .toSorted()
    .at(-1)
  if (from === undefined || until === undefined) return []
  const { types } = await pricedNights(sql, {
    propertyId,
    roomTypeIds: [...new Set(stays.map((stay) => stay.roomTypeId))],
    from,
    until: addDays(until, -1),
    at,
  })
  return stays.map(({ roomTypeId, checkIn, checkOut, arrival }) => {
    const type = types.find((one) => one.roomTypeId === roomTypeId)
    if (!type) return null
    const asked = type.nights.filter(({ night }) => night >= checkIn && night < checkOut)
    const forStay = buyer && { ...buyer, checkIn: arrival ?? checkIn }
    return {
      roomTypeId,
      capacity: type.capacity,
      nights: asked.map((night) => quotedNight(night, forStay)),
    }
  })
}

async function findBuyer(sql: Sql, propertyId: string, memberId: string, at: Date) {
  const row = await sql.maybe<
    BirthdayBenefit & { readonly birthDate: LocalDate; readonly bookedOn: LocalDate }
  >(
    `select m.birth_date as "birthDate", business_date(p, $3) as "bookedOn", b.percent, b.days_around as "daysAround",
       b.basis, b.leap_day as "leapDay", b.rounding
     from properties p join birthday_benefits b on b.property_id = p.id
     join members m on m.issuer_id = p.issuer_id and m.id = $2
     where p.id = $1`,
    [propertyId, memberId, at],
  )
  if (!row) throw new DomainError('not_found')
  const { birthDate, bookedOn, ...benefit } = row
  return { birthDate, bookedOn, benefit }
}
