import { addDays, daysBetween, type LocalDate } from '../../domain/lodging/local-date.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export const RATE_NIGHTS_MAX = 400

export type SetRates = {
  readonly roomTypeId: string
  readonly fromNight: LocalDate
  readonly untilNight: LocalDate
  readonly amount: number
  /** ISO weekdays 1 (Monday) to 7 it holds for; all when absent. */
  readonly weekdays?: readonly number[]
}

/** The price of a room type over a range of nights (003-07), in one statement. What is sold keeps its price. */
export async function setRates(context: Context, input: SetRates): Promise<{ nights: number }> {
  const { sql } = context
  const span = daysBetween(input.fromNight, input.untilNight) + 1
  if (span < 1 || span > RATE_NIGHTS_MAX)
    throw new DomainError('dates_impossible', { nightsMax: RATE_NIGHTS_MAX })
  const type = await sql.maybe<{ property_id: string }>(
    'select property_id from room_types where id = $1 for share',
    [input.roomTypeId],
  )
  if (!type) throw new DomainError('not_found')
  const nights = await sql.run(
    `insert into rates (room_type_id, night, amount)
     select $1, d::date, $4 from generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') d
     where $5::int[] is null or extract(isodow from d)::int = any($5::int[]) order by d
     on conflict (room_type_id, night) do update set amount = excluded.amount where rates.amount is distinct from excluded.amount`,
    [
      input.roomTypeId,
      input.fromNight,
      addDays(input.fromNight, span - 1),
      input.amount,
      input.weekdays ?? null,
    ],
  )
  const { roomTypeId, ...range } = input
  context.audit({
    verb: 'rates.set',
    subject: { kind: 'room_type', id: roomTypeId },
    propertyId: type.property_id,
    after: { ...range, changed: nights },
  })
  return { nights }
}
