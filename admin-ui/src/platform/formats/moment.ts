import type { Locale } from '../i18n/text-key.ts'
import { intlLocale } from './day.ts'

export type MomentStyle = 'time' | 'dateTime' | 'full'

const styles: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  full: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
}

/** A moment (RFC 3339, UTC) as the clock on the wall of the house shows it. */
export const formatMoment = (
  moment: string,
  locale: Locale,
  timeZone: string,
  style: MomentStyle,
): string =>
  new Intl.DateTimeFormat(intlLocale(locale), { ...styles[style], timeZone }).format(
    new Date(moment),
  )

/** The day that this moment falls on, in the zone of the house. */
export const dayOf = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(moment))

/** The last whole or part day before a moment: what expires at midnight is good until the day before. */
export const lastDayBefore = (moment: string, timeZone: string): string =>
  dayOf(new Date(Date.parse(moment) - 1).toISOString(), timeZone)
