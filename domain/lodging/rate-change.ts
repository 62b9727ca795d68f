import { DomainError } from '../platform/errors.ts'
import type { LocalDate } from './local-date.ts'
import type { NightRate } from './night-rate.ts'
import { isRate, surcharged } from './rate-rules.ts'

/**
 * What becomes of a range of nights. `set`, `plus` and `percent` price them by hand; `stop` takes them off sale;
 * `clear` gives them back to the rules.
 */
export const RATE_CHANGES = ['set', 'plus', 'percent', 'stop', 'clear'] as const
export type RateChange = {
  readonly change: (typeof RATE_CHANGES)[number]
  /** Points for `set` and `plus`, percent for `percent`; the others need none. */
  readonly value?: number | undefined
}

/** What a night holds after an edit: a price by hand, off sale (null), or whatever the rules say. */
export type DayPrice =
  | { readonly kind: 'by_hand'; readonly amount: number | null }
  | { readonly kind: 'ruled' }

/** A change that prices nights says by how much. */
export function assertRateChange({ change, value }: RateChange): void {
  const takesValue = change !== 'stop' && change !== 'clear'
  if (takesValue === (value !== undefined)) return
  const code = takesValue ? 'needed' : 'not_used'
  throw new DomainError(
    'validation_failed',
    {},
    { fields: [{ pointer: '/value', code, message: code }] },
  )
}

/**
 * What one night becomes; null where the change does not touch it: it holds that price already, or there is
 * no rate that could be raised.
 *
 * @throws DomainError rate_out_of_range naming the night
 */
export function changedDay(current: NightRate, change: RateChange): DayPrice | null {
  const { amount, rule } = current
  switch (change.change) {
    case 'clear':
      return rule.kind === 'day' || rule.kind === 'stopped' ? { kind: 'ruled' } : null
    case 'stop':
      return rule.kind === 'stopped' ? null : { kind: 'by_hand', amount: null }
    case 'set':
      return priced(current, change.value ?? 0)
    default:
      if (amount === null) return null
      return priced(current, surcharged(amount, { kind: change.change, value: change.value ?? 0 }))
  }
}

function priced({ night, amount, rule }: NightRate, to: number): DayPrice | null {
  assertRate(night, to)
  // A price by hand that says what the rules say is still a decision: it stays when the rules move.
  return rule.kind === 'day' && amount === to ? null : { kind: 'by_hand', amount: to }
}

function assertRate(night: LocalDate, amount: number): void {
  if (!isRate(amount)) throw new DomainError('rate_out_of_range', { night, amount })
}
