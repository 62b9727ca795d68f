import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import type { Quote } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useNamed, useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'
import type { CartStay } from './booking-draft.ts'

type SummaryLinesProps = { stays: CartStay[]; quote: Quote | undefined }

/** What is booked, stay by stay, with the discount and the total: beside the form and once more before it is promised. */
export const SummaryLines = ({ stays, quote }: SummaryLinesProps) => {
  const t = useText()
  const named = useNamed()
  const { days, points, signedPoints } = useFormats()
  return (
    <>
      {stays.map((stay, index) => {
        const list = quote?.stays[index]?.perRoom.list
        const before = stays[index - 1]
        const sameDays = before?.checkIn === stay.checkIn && before.checkOut === stay.checkOut
        return (
          <div key={`${stay.roomTypeId}:${stay.checkIn}:${stay.checkOut}:${index}`}>
            {sameDays ? null : (
              <Typography variant="body2" color="text.secondary" sx={{ mt: index === 0 ? 0 : 1 }}>
                {days(stay.checkIn, stay.checkOut)}
              </Typography>
            )}
            <SumRow
              label={t('booking.line', { name: named(stay), count: stay.count })}
              value={typeof list === 'number' ? points(list * stay.count) : t('formats.none')}
            />
          </div>
        )
      })}
      {quote && quote.discount > 0 ? (
        <SumRow label={t('booking.birthday')} value={signedPoints(-quote.discount)} />
      ) : null}
      <Divider sx={{ my: 0.5 }} />
      <SumRow
        label={t('booking.total')}
        value={quote?.amount == null ? t('formats.none') : points(quote.amount)}
        strong
      />
    </>
  )
}
