import type { CancellationPolicy } from '../../domain/lodging/cancellation-policy.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../platform/sql.ts'

/** The settings of a property that decide about a sale, as of a moment. */
export type PropertyFacts = {
  readonly id: string
  readonly issuerId: string
  readonly timeZone: string
  readonly businessDate: LocalDate
  readonly pendingHoldMinutes: number
  readonly pendingReminderMinutes: number
  readonly departureGraceMinutes: number
  readonly cleaningMinutes: number
  readonly approvalDueMinutes: number
  readonly policy: CancellationPolicy
}

const FREE_CANCELLATION: CancellationPolicy = {
  version: 0,
  tiers: [{ daysBefore: 0, feePercent: 0 }],
}

/** @throws DomainError not_found */
export async function propertyFacts(
  sql: Sql,
  propertyId: string,
  now: Date,
): Promise<PropertyFacts> {
  const row = await sql.maybe<
    Omit<PropertyFacts, 'policy'> & { policy: CancellationPolicy | null }
  >(
    `select p.id, p.issuer_id as "issuerId", p.time_zone as "timeZone", business_date(p, $2) as "businessDate",
       p.pending_hold_minutes as "pendingHoldMinutes", p.pending_reminder_minutes as "pendingReminderMinutes",
       p.departure_grace_minutes as "departureGraceMinutes", p.cleaning_minutes as "cleaningMinutes",
       p.approval_due_minutes as "approvalDueMinutes",
       (select jsonb_build_object('version', c.version, 'tiers', c.tiers) from cancellation_policies c
         where c.property_id = p.id and c.published_at <= $2 order by c.version desc limit 1) as policy
     from properties p where p.id = $1`,
    [propertyId, now],
  )
  if (!row) throw new DomainError('not_found')
  return { ...row, policy: row.policy ?? FREE_CANCELLATION }
}
