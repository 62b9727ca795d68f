import { DomainError } from '../platform/errors.ts'
import type { LocalDate } from './local-date.ts'

export type AgreedNight = { readonly night: LocalDate; readonly amount: number }

/** The agreed price of each night; a night without a rate is not for sale. */
export function agreedNights(
  nights: readonly { night: LocalDate; amount: number | null }[],
): AgreedNight[] {
  return nights.map(({ night, amount }) => {
    if (amount === null) throw new DomainError('rate_missing', { night })
    return { night, amount }
  })
}

export const sumOf = (nights: readonly { readonly amount: number }[]) =>
  nights.reduce((sum, night) => sum + night.amount, 0)
