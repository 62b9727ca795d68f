import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** How each figure is written; a figure that does not exist is a dash, never a nought. */
export const useKpiFormats = () => {
  const t = useText()
  const { points, number } = useFormats()
  const none = t('formats.none')
  const or = <T>(value: T | null, write: (known: T) => string) =>
    value === null ? none : write(value)
  const percent = (share: number | null) => or(share, (known) => `${number(known * 100, 1)}%`)
  return {
    percent,
    points: (amount: number | null) => or(amount, points),
    number,
    days: (count: number | null) =>
      or(count, (known) => t('kpis.days', { count: number(known, 1) })),
    rooms: (count: number) => t('formats.rooms', { smart_count: count }),
    minutes: (count: number | null) =>
      or(count, (known) =>
        known >= 120
          ? t('kpis.hours', { count: number(known / 60, 1) })
          : t('kpis.minutes', { count: number(known) }),
      ),
  }
}
