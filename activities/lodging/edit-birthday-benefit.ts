import type { BirthdayBenefit } from '../../domain/lodging/birthday-benefit.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { findBirthdayBenefit } from '../../db/lodging/birthday-benefit-query.ts'
import type { Context } from '../platform/context.ts'

/** How a property treats birthdays (003-15) from now on; what is sold keeps the benefit it was sold with. */
export async function editBirthdayBenefit(
  context: Context,
  input: {
    readonly propertyId: string
    readonly version: number
    readonly benefit: BirthdayBenefit
  },
): Promise<void> {
  const { propertyId, version, benefit } = input
  const found = await findBirthdayBenefit(context.sql, propertyId)
  if (!found) throw new DomainError('not_found')
  const edited = await context.sql.run(
    `update birthday_benefits set percent = $3, days_around = $4, basis = $5, leap_day = $6, rounding = $7, version = version + 1
     where property_id = $1 and version = $2`,
    [
      propertyId,
      version,
      benefit.percent,
      benefit.daysAround,
      benefit.basis,
      benefit.leapDay,
      benefit.rounding,
    ],
  )
  if (edited === 0) throw new DomainError('version_mismatch')
  const { version: _, ...before } = found
  context.audit({
    verb: 'birthday_benefit.edited',
    subject: { kind: 'property', id: propertyId },
    propertyId,
    before,
    after: { ...benefit },
  })
}
