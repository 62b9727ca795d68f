import Alert from '@mui/material/Alert'
import { useHouseNow } from '../platform/clock/use-house-now.ts'
import { dayOf } from '../platform/formats/moment.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'

/** A wrong tile is easily pressed: who checks out before the agreed day is shown that day. */
export const EarlyDeparture = ({ checkOut }: { checkOut: string }) => {
  const t = useText()
  const { day, timeZone } = useFormats()
  const today = dayOf(new Date(useHouseNow()).toISOString(), timeZone)
  if (checkOut <= today) return null
  return <Alert severity="warning">{t('checkOut.early', { date: day(checkOut) })}</Alert>
}
