import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { weekdayOf } from '../../domain/lodging/night-rate.ts'
import {
  assertRateChange,
  changedDay,
  type DayPrice,
  type RateChange,
} from '../../domain/lodging/rate-change.ts'
import { assertRateRange } from '../../domain/lodging/rate-range.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { soldNights } from '../../db/lodging/rate-edit-queries.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import type { Sql } from '../../db/platform/sql.ts'
import type { Context } from '../platform/context.ts'
import { digestOf } from '../platform/digest.ts'
import { newId } from '../platform/new-id.ts'

export type RateWish = RateChange & {
  readonly propertyId: string
  readonly roomTypeIds: readonly string[]
  readonly fromNight: LocalDate
  readonly untilNight: LocalDate
  /** ISO weekdays 1 (Monday) to 7 it holds for; all when absent. */
  readonly weekdays?: readonly number[] | undefined
}
export type ChangedNight = {
  readonly roomTypeId: string
  readonly night: LocalDate
  readonly before: number | null
  /** Null: off sale. What the rules will say, where the night is given back to them. */
  readonly after: number | null
  /** Rooms of that night that are sold already: they keep their agreed price. */
  readonly sold: number
}
export type RatePreview = {
  readonly nights: readonly ChangedNight[]
  /** Nights without a rate, which cannot be raised or lowered. */
  readonly unpriced: number
  readonly digest: string
}
type Draft = RatePreview & { readonly days: readonly (ChangedNight & { readonly day: DayPrice })[] }

/**
 * What an edit would do, night by night (B-05): the very code that does it.
 *
 * @throws DomainError not_found for a type of another property, range_impossible, rate_out_of_range
 */
export async function previewRates(sql: Sql, wish: RateWish): Promise<RatePreview> {
  const { days, ...preview } = await draft(sql, wish)
  return preview
}

/** The price of a range of nights (003-07), as it was previewed. What is sold keeps its price. */
export async function editRates(
  context: Context,
  { digest, ...wish }: RateWish & { readonly digest: string | null },
): Promise<{ editId: string | null; nights: number }> {
  const { sql } = context
  await sql.run('select lock_rates($1)', [wish.propertyId])
  const drafted = await draft(sql, wish)
  if (digest !== null && digest !== drafted.digest) throw new DomainError('digest_mismatch')
  const { days } = drafted
  if (days.length === 0) return { editId: null, nights: 0 }
  const editId = newId()
  await keepBefore(context, editId, wish, days)
  await writeDays(sql, days)
  const { propertyId, roomTypeIds, ...range } = wish
  context.audit({
    verb: 'rates.set',
    subject: { kind: 'property', id: propertyId },
    related: roomTypeIds.map((id) => ({ kind: 'room_type', id })),
    propertyId,
    after: { ...range, weekdays: range.weekdays && [...range.weekdays], nights: days.length },
  })
  return { editId, nights: days.length }
}

async function draft(sql: Sql, wish: RateWish): Promise<Draft> {
  assertRateChange(wish)
  assertRateRange(wish.fromNight, wish.untilNight)
  const range = { from: wish.fromNight, until: wish.untilNight }
  const question = { propertyId: wish.propertyId, roomTypeIds: wish.roomTypeIds, ...range }
  const [{ types }, { types: ruled }, sold] = [
    await pricedNights(sql, question),
    await pricedNights(sql, { ...question, byRulesOnly: true }),
    await soldNights(sql, wish.roomTypeIds, range.from, range.until),
  ]
  if (types.length !== new Set(wish.roomTypeIds).size) throw new DomainError('not_found')
  let unpriced = 0
  const days = types.flatMap(({ roomTypeId, nights }, type) =>
    nights.flatMap((current, index) => {
      const { night, amount: before } = current
      if (wish.weekdays && !wish.weekdays.includes(weekdayOf(night))) return []
      const day = changedDay(current, wish)
      if (!day && before === null && (wish.change === 'plus' || wish.change === 'percent'))
        unpriced += 1
      if (!day) return []
      const byRule = ruled[type]?.nights[index]?.amount ?? null
      const after = day.kind === 'by_hand' ? day.amount : byRule
      return [
        { roomTypeId, night, before, after, sold: sold.get(`${roomTypeId} ${night}`) ?? 0, day },
      ]
    }),
  )
  const nights = days.map(({ day, ...night }) => night)
  // Not how many are sold: a booking in between changes nothing of what the edit does.
  const prices = days.map(({ roomTypeId, night, before, day }) => [roomTypeId, night, before, day])
  return { nights, unpriced, days, digest: digestOf(prices) }
}

/** What stood there, so that the edit can be undone. */
async function keepBefore(
  { sql, now, actor }: Context,
  editId: string,
  wish: RateWish,
  days: Draft['days'],
): Promise<void> {
  await sql.run(
    `insert into rate_edits (id, property_id, made_at, made_by, wish, nights) values ($1, $2, $3, $4, $5, $6)`,
    [
      editId,
      wish.propertyId,
      now,
      actor.kind === 'staff' ? actor.id : null,
      JSON.stringify(wish),
      days.length,
    ],
  )
  await sql.run(
    `insert into rate_edit_nights (edit_id, room_type_id, night, had_row, amount)
     select $1, d.type, d.night, r.night is not null, r.amount from unnest($2::uuid[], $3::date[]) d(type, night)
     left join rates r on r.room_type_id = d.type and r.night = d.night`,
    [editId, days.map((one) => one.roomTypeId), days.map((one) => one.night)],
  )
}

async function writeDays(sql: Sql, days: Draft['days']): Promise<void> {
  const columns = (some: Draft['days']) => [
    some.map((one) => one.roomTypeId),
    some.map((one) => one.night),
  ]
  const byHand = days.flatMap((one) =>
    one.day.kind === 'by_hand' ? [{ ...one, amount: one.day.amount }] : [],
  )
  await sql.run(
    `insert into rates (room_type_id, night, amount) select * from unnest($1::uuid[], $2::date[], $3::int[]) order by 1, 2
     on conflict (room_type_id, night) do update set amount = excluded.amount`,
    [...columns(byHand), byHand.map((one) => one.amount)],
  )
  await sql.run(
    `delete from rates r using unnest($1::uuid[], $2::date[]) d(type, night)
     where r.room_type_id = d.type and r.night = d.night`,
    columns(days.filter((one) => one.day.kind === 'ruled')),
  )
}
