import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useNamed, useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { type BookingLine, listPrice } from './booking-draft.ts'

/** What is booked, line by line, with the total: beside the form and once more before it is promised. */
export const SummaryLines = ({ lines }: { lines: BookingLine[] }) => {
  const t = useText()
  const named = useNamed()
  const { points } = useFormats()
  return (
    <>
      {lines.map(({ type, count }) => (
        <SumRow
          key={type.roomTypeId}
          label={t('booking.line', { name: named(type), count })}
          value={points((type.amountPerRoom ?? 0) * count)}
        />
      ))}
      <Divider sx={{ my: 0.5 }} />
      <SumRow label={t('booking.total')} value={points(listPrice(lines))} strong />
      <Typography variant="caption" color="text.secondary" component="p">
        {t('booking.totalHelp')}
      </Typography>
    </>
  )
}
