import type { BirthdayBenefit } from '../../domain/lodging/birthday-benefit.ts'
import type { Sql } from '../platform/sql.ts'

export const findBirthdayBenefit = (sql: Sql, propertyId: string) =>
  sql.maybe<BirthdayBenefit & { version: number }>(
    `select percent, days_around as "daysAround", basis, leap_day as "leapDay", rounding, version
     from birthday_benefits where property_id = $1`,
    [propertyId],
  )
