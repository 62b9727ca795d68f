import type { CalendarDay } from '../../domain/lodging/house-calendar.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Sql } from '../platform/sql.ts'

/** Where the house's calendar differs from the nation's, both ends included. */
export const ownCalendarDays = (sql: Sql, propertyId: string, from: LocalDate, until: LocalDate) =>
  sql.rows<CalendarDay>(
    `select day, kind, name, name_en as "nameEn" from calendar_days
     where property_id = $1 and day between $2 and $3 order by day`,
    [propertyId, from, until],
  )
