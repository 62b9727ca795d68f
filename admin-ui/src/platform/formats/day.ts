import type { Locale } from '../i18n/text-key.ts'

/** Days are `YYYY-MM-DD` strings and stay so; UTC here only keeps the browser's zone out. */
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const addDays = (day: string, days: number): string => {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

export const nightsBetween = (from: string, until: string): number =>
  Math.round((utc(until).getTime() - utc(from).getTime()) / 86_400_000)

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime())

export type DayStyle = 'short' | 'long' | 'numeric' | 'month'

const styles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric', weekday: 'short' },
  long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  month: { year: 'numeric', month: 'long' },
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
}

export const formatDay = (day: string, locale: Locale, style: DayStyle = 'short'): string =>
  new Intl.DateTimeFormat(intlLocale(locale), { ...styles[style], timeZone: 'UTC' }).format(
    utc(day),
  )

export const intlLocale = (locale: Locale): string => (locale === 'ja' ? 'ja-JP' : 'en-GB')
