import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Sql } from '../platform/sql.ts'

export type StayRequest = {
  readonly roomTypeId: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
}
export type PricedNight = { readonly night: LocalDate; readonly amount: number | null }
export type PricedStay = {
  readonly capacity: number
  readonly nights: readonly PricedNight[]
}

/**
 * Capacity and rate of every night of each stay, in the order asked; null for a room type that is not of
 * this property.
 */
export async function priceStays(
  sql: Sql,
  propertyId: string,
  stays: readonly StayRequest[],
): Promise<readonly (PricedStay | null)[]> {
  const rows = await sql.rows<{ ord: number; capacity: number; nights: PricedNight[] }>(
    `select s.ord, t.capacity,
       (select jsonb_agg(jsonb_build_object('night', d::date, 'amount', r.amount) order by d)
        from generate_series(s.check_in::timestamp, s.check_out::timestamp - interval '1 day', interval '1 day') d
        left join rates r on r.room_type_id = t.id and r.night = d::date) as nights
     from unnest($2::uuid[], $3::date[], $4::date[]) with ordinality s(room_type_id, check_in, check_out, ord)
     join room_types t on t.id = s.room_type_id and t.property_id = $1`,
    [
      propertyId,
      stays.map((stay) => stay.roomTypeId),
      stays.map((stay) => stay.checkIn),
      stays.map((stay) => stay.checkOut),
    ],
  )
  const byOrder = new Map(rows.map((row) => [row.ord, row]))
  return stays.map((_, index) => byOrder.get(index + 1) ?? null)
}

/** Every night of a range, both ends included, with its rate or null. */
export const listRates = (
  sql: Sql,
  roomTypeId: string,
  fromNight: LocalDate,
  untilNight: LocalDate,
) =>
  sql.rows<PricedNight>(
    `select d::date as night, r.amount from generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') d
     left join rates r on r.room_type_id = $1 and r.night = d::date order by d`,
    [roomTypeId, fromNight, untilNight],
  )
