import { DomainError, type FieldError } from '../platform/errors.ts'
import type { DayName } from './house-calendar.ts'
import { daysBetween, type LocalDate } from './local-date.ts'

/** No night costs less than a point, or more than this. */
export const RATE_MAX = 10_000_000
export const SEASONS_MAX = 50

/** What is added to a night's base: points, or a share of it in percent; both may be negative. */
export type Surcharge = { readonly kind: (typeof SURCHARGE_KINDS)[number]; readonly value: number }
export const SURCHARGE_KINDS = ['plus', 'percent'] as const

/** ISO weekdays: Monday is 1, Sunday 7. A night is named by the day it begins on. */
export type WeekdayRule = { readonly weekday: number; readonly surcharge: Surcharge }

/** From the first to the last night, both included; its base takes the place of the ordinary one. */
export type Season = DayName & {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly base: number
}

/**
 * How a room type is priced (003-07): one base, dearer or cheaper by weekday and on the eve of a holiday,
 * another base within a season. After `pricedUntil` nothing has a rate.
 */
export type RateRules = {
  readonly base: number
  readonly weekdays: readonly WeekdayRule[]
  readonly holidayEve: Surcharge | null
  readonly seasons: readonly Season[]
  readonly pricedUntil: LocalDate | null
}

/** The base with its surcharge, to the nearest whole point. */
export function surcharged(base: number, surcharge: Surcharge): number {
  return surcharge.kind === 'plus'
    ? base + surcharge.value
    : Math.round((base * (100 + surcharge.value)) / 100)
}

export const isRate = (amount: number) =>
  Number.isInteger(amount) && amount >= 1 && amount <= RATE_MAX

/**
 * Refuses rules that could price a night in two ways, or at no price that can be: a weekday named twice,
 * seasons backwards or over one another, an amount below one point or beyond the ceiling.
 */
export function assertRateRules(rules: RateRules): void {
  const fields = [...weekdayFaults(rules), ...seasonFaults(rules), ...amountFaults(rules)]
  if (fields.length > 0) throw new DomainError('rate_rules_unsound', {}, { fields })
}

const fault = (pointer: string, code: string): FieldError => ({ pointer, code, message: code })

function weekdayFaults({ weekdays }: RateRules): FieldError[] {
  return weekdays.flatMap(({ weekday }, index) =>
    weekdays.findIndex((one) => one.weekday === weekday) < index
      ? [fault(`/weekdays/${index}`, 'named_twice')]
      : [],
  )
}

function seasonFaults({ seasons }: RateRules): FieldError[] {
  const inOrder = seasons
    .map((season, index) => ({ ...season, index }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.flatMap((season, place) => {
    if (!(daysBetween(season.from, season.until) >= 0))
      return [fault(`/seasons/${season.index}/until`, 'backwards')]
    const before = inOrder[place - 1]
    return before && before.until >= season.from
      ? [fault(`/seasons/${season.index}/from`, 'overlaps')]
      : []
  })
}

function amountFaults(rules: RateRules): FieldError[] {
  const bases = [
    { pointer: '/base', base: rules.base },
    ...rules.seasons.map(({ base }, index) => ({ pointer: `/seasons/${index}/base`, base })),
  ]
  const surcharges = [
    ...rules.weekdays.map(({ surcharge }, index) => ({
      pointer: `/weekdays/${index}/surcharge`,
      surcharge,
    })),
    ...(rules.holidayEve ? [{ pointer: '/holidayEve', surcharge: rules.holidayEve }] : []),
  ]
  return [
    ...bases.flatMap(({ pointer, base }) => (isRate(base) ? [] : [fault(pointer, 'range')])),
    ...surcharges.flatMap(({ pointer, surcharge }) =>
      bases.every(({ base }) => isRate(surcharged(base, surcharge)))
        ? []
        : [fault(pointer, 'range')],
    ),
  ]
}
