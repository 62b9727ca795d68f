import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import type { NightCalendar } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import type { Place } from './night-selection.ts'

type MissingRatesProps = { calendar: NightCalendar; onShow: (place: Place) => void }

/** A night without a rate is lost business: it is said at the top, by name. */
export const MissingRates = ({ calendar, onShow }: MissingRatesProps) => {
  const t = useText()
  const named = useNamed()
  const { day } = useFormats()
  const missing = calendar.roomTypes.flatMap((type, index) =>
    type.nights.flatMap((night, place) =>
      night.whyNot === 'no_rate' ? [{ type, night, place: { type: index, day: place } }] : [],
    ),
  )
  const [first] = missing
  if (!first) return null
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={<Button onClick={() => onShow(first.place)}>{t('rates.showMissing')}</Button>}
    >
      {t('rates.missing', {
        smart_count: missing.length,
        type: named(first.type),
        night: day(first.night.night),
      })}
    </Alert>
  )
}
