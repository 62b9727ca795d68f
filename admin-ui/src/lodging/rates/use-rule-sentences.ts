import type { Rules, Surcharge } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { useWeekdays } from './use-weekdays.ts'

/** As the house computes it: to the nearest whole point. */
const surcharged = (base: number, { kind, value }: Surcharge): number =>
  kind === 'plus' ? base + value : Math.round((base * (100 + value)) / 100)

/** One sentence a rule, with the amount it leads to. */
export const useRuleSentences = () => {
  const t = useText()
  const named = useNamed()
  const { day, points, signedPoints } = useFormats()
  const weekdays = useWeekdays('long')
  const by = ({ kind, value }: Surcharge) =>
    kind === 'plus'
      ? signedPoints(value)
      : t('rules.percent', { value: value > 0 ? `+${value}` : String(value) })

  return ({ base, weekdays: rules, holidayEve, seasons, pricedUntil }: Rules): string[] => [
    t('rules.base', { points: points(base) }),
    ...rules.map(({ weekday, surcharge }) =>
      t('rules.weekday', {
        weekday: weekdays[weekday - 1]?.label ?? '',
        by: by(surcharge),
        points: points(surcharged(base, surcharge)),
      }),
    ),
    ...(holidayEve
      ? [t('rules.eve', { by: by(holidayEve), points: points(surcharged(base, holidayEve)) })]
      : []),
    ...seasons.map((season) =>
      t('rules.season', {
        name: named(season),
        from: day(season.from, 'long'),
        until: day(season.until, 'long'),
        points: points(season.base),
      }),
    ),
    pricedUntil ? t('rules.until', { day: day(pricedUntil, 'long') }) : t('rules.forever'),
  ]
}
