import { DomainError } from '../platform/errors.ts'
import {
  type BirthdayBenefit,
  type DiscountRule,
  discounted,
  earnsBenefit,
} from './birthday-benefit.ts'
import type { LocalDate } from './local-date.ts'
import type { NightRate, RateRule } from './night-rate.ts'

/** What a night costs one room, and why: the list rate by its rule, less the discount by its own. */
export type QuotedNight = {
  readonly night: LocalDate
  readonly listRate: number | null
  readonly rule: RateRule
  readonly discount: number
  readonly discountRule: DiscountRule | null
  /** To pay; null for a night that is not for sale. */
  readonly amount: number | null
}
export type AgreedNight = QuotedNight & { readonly listRate: number; readonly amount: number }

/** Who asks, as far as the price depends on it. */
export type Buyer = {
  readonly birthDate: LocalDate
  readonly benefit: BirthdayBenefit
  readonly checkIn: LocalDate
  readonly bookedOn: LocalDate
}

/** A night with the benefit its buyer has on it; without a buyer, at the list rate. */
export function quotedNight({ night, amount, rule }: NightRate, buyer: Buyer | null): QuotedNight {
  if (
    amount === null ||
    !buyer ||
    !earnsBenefit(buyer.benefit, buyer.birthDate, { ...buyer, night })
  )
    return { night, listRate: amount, rule, discount: 0, discountRule: null, amount }
  const toPay = discounted(amount, buyer.benefit)
  const discountRule = { kind: 'birthday' as const, ...buyer.benefit }
  return { night, listRate: amount, rule, discount: amount - toPay, discountRule, amount: toPay }
}

/**
 * The agreed price of each night.
 *
 * @throws DomainError rate_missing or night_not_sold for the first night that is not for sale
 */
export function agreedNights(nights: readonly QuotedNight[]): AgreedNight[] {
  return nights.map((night) => {
    if (night.amount === null || night.listRate === null)
      throw new DomainError(isStopped(night.rule) ? 'night_not_sold' : 'rate_missing', {
        night: night.night,
      })
    return { ...night, listRate: night.listRate, amount: night.amount }
  })
}

/** Priced or not: somebody decided that this night is not sold. */
const isStopped = ({ kind }: RateRule) => kind === 'stopped' || kind === 'closed'

export const sumOf = (nights: readonly { readonly amount: number }[]) =>
  nights.reduce((sum, night) => sum + night.amount, 0)

/** Sums of nights for a quote; without a list sum and an amount where one of them is not for sale. */
export function quoteSums(nights: readonly QuotedNight[]) {
  const sellable = nights.every((night) => night.amount !== null)
  const total = (pick: (night: QuotedNight) => number | null) =>
    nights.reduce((sum, night) => sum + (pick(night) ?? 0), 0)
  return {
    list: sellable ? total((night) => night.listRate) : null,
    discount: total((night) => night.discount),
    amount: sellable ? total((night) => night.amount) : null,
  }
}
