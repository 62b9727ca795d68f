import {
  type CalendarDay,
  houseCalendar,
  type HouseCalendar,
} from '../../domain/lodging/house-calendar.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { type NightRate, nightRates, type RateBook } from '../../domain/lodging/night-rate.ts'
import type { Sql } from '../platform/sql.ts'
import { nationalHoliday } from './japanese-holidays.ts'

export type RateQuestion = {
  readonly propertyId: string
  /** All of the property when absent. */
  readonly roomTypeIds?: readonly string[]
  readonly from: LocalDate
  /** The last night, included. */
  readonly until: LocalDate
  /** The rules in force at that moment; now when absent. */
  readonly at?: Date
  /** As if no night were priced by hand. */
  readonly byRulesOnly?: boolean
}
export type PricedType = {
  readonly roomTypeId: string
  readonly capacity: number
  readonly nights: readonly NightRate[]
}
export type PricedNights = {
  readonly calendar: HouseCalendar
  readonly types: readonly PricedType[]
}

type TypeRow = RateBook & { readonly roomTypeId: string; readonly capacity: number }

/** What the nights of a property cost by the list: rules, days by hand and calendar in one round trip. */
export async function pricedNights(sql: Sql, question: RateQuestion): Promise<PricedNights> {
  const { types, days } = await sql.one<{ types: TypeRow[]; days: CalendarDay[] }>(
    `select
       (select coalesce(jsonb_agg(jsonb_build_object('roomTypeId', t.id, 'capacity', t.capacity,
            'rules', u.rules, 'version', u.version,
            'days', coalesce((select jsonb_object_agg(r.night, r.amount) from rates r
              where r.room_type_id = t.id and r.night between $3 and $4 and not $6), '{}')) order by t.code), '[]')
        from room_types t
        left join lateral (select v.rules, v.version from rate_rules v
          where v.room_type_id = t.id and v.withdrawn_at is null and v.published_at <= coalesce($5, house_now())
          order by v.published_at desc, v.version desc limit 1) u on true
        where t.property_id = $1 and ($2::uuid[] is null or t.id = any($2::uuid[]))) as types,
       (select coalesce(jsonb_agg(jsonb_build_object('day', c.day, 'kind', c.kind, 'name', c.name, 'nameEn', c.name_en)), '[]')
        from calendar_days c where c.property_id = $1 and c.day between $3 and $4::date + 1) as days`,
    [
      question.propertyId,
      question.roomTypeIds ?? null,
      question.from,
      question.until,
      question.at ?? null,
      question.byRulesOnly ?? false,
    ],
  )
  const calendar = houseCalendar(nationalHoliday, days)
  return {
    calendar,
    types: types.map(({ roomTypeId, capacity, ...book }) => ({
      roomTypeId,
      capacity,
      nights: nightRates(book, calendar, question.from, question.until),
    })),
  }
}
