import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { RateChange } from '../../domain/lodging/rate-change.ts'
import type { Sql } from '../platform/sql.ts'

export type RateEditRow = {
  readonly id: string
  readonly madeAt: string
  readonly madeBy: string | null
  readonly nights: number
  readonly fromNight: LocalDate
  readonly untilNight: LocalDate
  readonly change: RateChange['change']
  readonly value: number | null
}

/** The last edit of a property's days that still stands: the one that can be undone. */
export const lastRateEdit = (sql: Sql, propertyId: string) =>
  sql.maybe<RateEditRow>(
    `select e.id, e.made_at as "madeAt", s.display_name as "madeBy", e.nights, e.wish->>'fromNight' as "fromNight",
       e.wish->>'untilNight' as "untilNight", e.wish->>'change' as change, (e.wish->>'value')::int as value
     from rate_edits e left join staff s on s.id = e.made_by
     where e.property_id = $1 and e.undone_at is null order by e.queue desc limit 1`,
    [propertyId],
  )

/** Rooms sold per type and night, by `type night`. */
export async function soldNights(
  sql: Sql,
  roomTypeIds: readonly string[],
  from: LocalDate,
  until: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.rows<{ key: string; sold: number }>(
    `select r.room_type_id || ' ' || n.night as key, count(*)::int as sold
     from room_nights n join rooms r on r.id = n.room_id
     where r.room_type_id = any($1::uuid[]) and n.night between $2 and $3 and n.line_id is not null group by 1`,
    [roomTypeIds, from, until],
  )
  return new Map(rows.map((row) => [row.key, row.sold]))
}
