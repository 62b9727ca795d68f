import { useMemo } from 'react'
import { type Text, useText, useUiLocale } from '../i18n/use-text.ts'
import { useProperty } from '../session/use-property.ts'
import { type DayStyle, formatDay, intlLocale } from './day.ts'
import { formatMoment, lastDayBefore, type MomentStyle } from './moment.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A length of time in its largest sensible unit: days above 48 hours, then hours, then minutes. */
const formatSpan = (spanMs: number, t: Text): string => {
  const span = Math.abs(spanMs)
  if (span >= 2 * DAY_MS) return t('formats.days', { smart_count: Math.floor(span / DAY_MS) })
  if (span >= HOUR_MS) return t('formats.hours', { smart_count: Math.floor(span / HOUR_MS) })
  return t('formats.minutes', { smart_count: Math.ceil(span / MINUTE_MS) })
}

/** How days, moments and points are written: in the chosen language and the zone of the property. */
export const useFormats = () => {
  const t = useText()
  const locale = useUiLocale()
  const timeZone = useProperty()?.timeZone ?? 'Asia/Tokyo'
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(intlLocale(locale))
    const signed = new Intl.NumberFormat(intlLocale(locale), { signDisplay: 'exceptZero' })
    const day = (value: string, style?: DayStyle) => formatDay(value, locale, style)
    return {
      timeZone,
      day,
      moment: (value: string, style: MomentStyle = 'dateTime') =>
        formatMoment(value, locale, timeZone, style),
      days: (from: string, until: string) =>
        t('formats.span', { from: day(from), until: day(until) }),
      expiry: (until: string | null) =>
        until
          ? t('points.until', { date: day(lastDayBefore(until, timeZone), 'numeric') })
          : t('points.forever'),
      number: (value: number, decimals = 0) =>
        new Intl.NumberFormat(intlLocale(locale), { maximumFractionDigits: decimals }).format(
          value,
        ),
      points: (amount: number) => t('formats.points', { amount: numbers.format(amount) }),
      signedPoints: (amount: number) => t('formats.points', { amount: signed.format(amount) }),
      span: (spanMs: number) => formatSpan(spanMs, t),
    }
  }, [t, locale, timeZone])
}
