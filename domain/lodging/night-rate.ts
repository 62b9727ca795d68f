import type { DayName, HouseCalendar } from './house-calendar.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import { type RateRules, type Season, surcharged } from './rate-rules.ts'

/**
 * What decided a night's rate. `day`: priced by hand; `stopped`: taken off sale by hand; `closed`: the house
 * is; `none`: no rule and no price reaches it.
 */
export const RATE_RULE_KINDS = [
  'base',
  'weekday',
  'holiday_eve',
  'day',
  'stopped',
  'closed',
  'none',
] as const
export type RateRuleKind = (typeof RATE_RULE_KINDS)[number]

/** Copied onto the line with the price, so that a later reader knows why it was that much. */
export type RateRule = {
  readonly kind: RateRuleKind
  /** Of the rules in force; null where none were asked. */
  readonly version: number | null
  readonly season: DayName | null
  /** The holiday after the night, or what the house is closed for. */
  readonly holiday: DayName | null
}
export type NightRate = {
  readonly night: LocalDate
  /** Null: the night has no rate and is not for sale. */
  readonly amount: number | null
  readonly rule: RateRule
}

/** Everything a room type's rates are made from. */
export type RateBook = {
  readonly rules: RateRules | null
  readonly version: number | null
  /** Nights priced by hand; null: taken off sale. */
  readonly days: Readonly<Record<LocalDate, number | null>>
}

/** ISO: Monday is 1, Sunday 7. */
export const weekdayOf = (day: LocalDate) =>
  ((((daysBetween('1970-01-01', day) + 3) % 7) + 7) % 7) + 1

/** The rate of every night of a range, both ends included. */
export function nightRates(
  book: RateBook,
  calendar: HouseCalendar,
  from: LocalDate,
  until: LocalDate,
): NightRate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, index) =>
    nightRate(book, calendar, addDays(from, index)),
  )
}

/**
 * The one place where a night gets its price: a closed house sells nothing; a night priced by hand costs
 * that; else the base of its season (or the ordinary one), with the surcharge of its weekday or, on the eve
 * of a holiday, the dearer of both. It is never added twice.
 */
export function nightRate(book: RateBook, calendar: HouseCalendar, night: LocalDate): NightRate {
  const closed = calendar.closedOn(night)
  if (closed) return { night, amount: null, rule: ruleOf('closed', null, null, closed) }
  const byHand = book.days[night]
  if (byHand !== undefined)
    return { night, amount: byHand, rule: ruleOf(byHand === null ? 'stopped' : 'day') }
  const { rules, version } = book
  if (!rules || (rules.pricedUntil !== null && night > rules.pricedUntil))
    return { night, amount: null, rule: ruleOf('none') }
  return ruledRate(rules, version, calendar, night)
}

function ruledRate(
  rules: RateRules,
  version: number | null,
  calendar: HouseCalendar,
  night: LocalDate,
): NightRate {
  const season = rules.seasons.find((one) => one.from <= night && night <= one.until) ?? null
  const base = season?.base ?? rules.base
  const weekday = rules.weekdays.find((one) => one.weekday === weekdayOf(night))
  const byWeekday = weekday ? surcharged(base, weekday.surcharge) : null
  const holiday = rules.holidayEve ? calendar.eveOf(night) : null
  const byEve = rules.holidayEve && holiday ? surcharged(base, rules.holidayEve) : null
  if (byEve !== null && byEve >= (byWeekday ?? byEve))
    return { night, amount: byEve, rule: ruleOf('holiday_eve', version, season, holiday) }
  if (byWeekday !== null)
    return { night, amount: byWeekday, rule: ruleOf('weekday', version, season) }
  return { night, amount: base, rule: ruleOf('base', version, season) }
}

const ruleOf = (
  kind: RateRuleKind,
  version: number | null = null,
  season: Season | null = null,
  holiday: DayName | null = null,
): RateRule => ({
  kind,
  version,
  season: season && { name: season.name, nameEn: season.nameEn },
  holiday,
})
