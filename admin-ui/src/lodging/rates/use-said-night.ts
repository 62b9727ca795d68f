import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import type { NightCellProps } from './night-grid.tsx'

/** A cell in one sentence, for those who hear it. */
export const useSaidNight = () => {
  const t = useText()
  const named = useNamed()
  const { day, points } = useFormats()
  return ({ type, night, date }: NightCellProps): string =>
    [
      named(type),
      day(night.night, 'long'),
      date.holiday ? named(date.holiday) : '',
      night.amount === null ? '' : points(night.amount),
      t('nights.free', { free: night.free, rooms: type.rooms }),
      night.whyNot ? t(`nights.whyNot.${night.whyNot}`) : '',
    ]
      .filter(Boolean)
      .join(' ')
}
