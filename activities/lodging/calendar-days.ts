import type { CalendarDayKind } from '../../domain/lodging/house-calendar.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Context } from '../platform/context.ts'

export type MarkDay = {
  readonly propertyId: string
  readonly day: LocalDate
  /** `national`: as the nation's calendar has it; what the house had said of the day is taken away. */
  readonly kind: CalendarDayKind | 'national'
  readonly name: string
  readonly nameEn: string
}

/** A day on which the house's calendar differs: a holiday of its own, none after all, or closed. */
export async function markDay(context: Context, input: MarkDay): Promise<void> {
  const { sql } = context
  const { propertyId, day, kind, name, nameEn } = input
  await sql.run('select lock_rates($1)', [propertyId])
  const before = await sql.maybe<{ kind: string; name: string; nameEn: string }>(
    'select kind, name, name_en as "nameEn" from calendar_days where property_id = $1 and day = $2',
    [propertyId, day],
  )
  if (kind === 'national') {
    await sql.run('delete from calendar_days where property_id = $1 and day = $2', [
      propertyId,
      day,
    ])
  } else {
    await sql.run(
      `insert into calendar_days (property_id, day, kind, name, name_en) values ($1, $2, $3, $4, $5)
       on conflict (property_id, day) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en`,
      [propertyId, day, kind, name, nameEn],
    )
  }
  context.audit({
    verb: 'calendar.marked',
    subject: { kind: 'property', id: propertyId },
    propertyId,
    before,
    after: { day, kind, name, nameEn },
  })
}
