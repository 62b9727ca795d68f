import { DomainError } from '../platform/errors.ts'
import { daysBetween, type LocalDate } from './local-date.ts'

/** From `daysBefore` days before check-in on, until the next tier begins, `feePercent` of the price is kept. */
export type CancellationTier = { readonly daysBefore: number; readonly feePercent: number }

/** Tiers from the earliest to the latest; frozen on the line when it is sold. */
export type CancellationPolicy = {
  readonly version: number
  readonly tiers: readonly CancellationTier[]
}

/**
 * A policy has no holes: tiers descend strictly to the day of arrival, and a later cancellation never
 * costs less than an earlier one.
 */
export function assertPolicy(policy: CancellationPolicy): void {
  const { tiers } = policy
  const sound =
    tiers.length > 0 &&
    tiers.length <= 20 &&
    tiers.at(-1)?.daysBefore === 0 &&
    tiers.every((tier, index) => {
      const earlier = tiers[index - 1]
      return (
        Number.isInteger(tier.daysBefore) &&
        Number.isInteger(tier.feePercent) &&
        tier.feePercent >= 0 &&
        tier.feePercent <= 100 &&
        (!earlier ||
          (earlier.daysBefore > tier.daysBefore && earlier.feePercent <= tier.feePercent))
      )
    })
  if (!sound) throw new DomainError('validation_failed')
}

/**
 * The tier that applies on the property's date of the request. Earlier than the first tier: free.
 * After the day of arrival: the last tier.
 */
export function tierFor(
  policy: CancellationPolicy,
  checkIn: LocalDate,
  requestedOn: LocalDate,
): CancellationTier {
  const daysBefore = Math.max(0, daysBetween(requestedOn, checkIn))
  const reached = policy.tiers.filter((tier) => daysBefore <= tier.daysBefore).at(-1)
  return { daysBefore, feePercent: reached?.feePercent ?? 0 }
}

export type NightPaid = { readonly night: LocalDate; readonly paid: number }
export type NightReturn = NightPaid & { readonly fee: number; readonly returned: number }

/**
 * What a cancelled line keeps and gives back. Each room-night is rounded by itself (decision 19), the
 * fee down to the whole point, so that cancelling rooms one by one equals cancelling all at once.
 */
export function nightReturns(nights: readonly NightPaid[], feePercent: number): NightReturn[] {
  return nights.map(({ night, paid }) => {
    const fee = Math.floor((paid * feePercent) / 100)
    return { night, paid, fee, returned: paid - fee }
  })
}
