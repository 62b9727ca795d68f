import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import type { CancellationSums as Sums } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { type Text, useText } from '../platform/i18n/use-text.ts'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { dye } from '../platform/themes/palette.ts'
import { CancellationNights } from './cancellation-nights.tsx'

/** The same sums in the dialog of who asks and on the page of who decides. */
export const CancellationSums = ({ sums }: { sums: Sums }) => {
  const t = useText()
  const { points } = useFormats()
  return (
    <Box>
      <Box
        role="group"
        aria-label={t('cancellation.preview')}
        sx={{
          px: 2,
          py: 1.25,
          borderRadius: 2,
          bgcolor: dye.washi,
          border: `1px solid ${dye.line}`,
        }}
      >
        <SumRow label={t('cancellation.paid')} value={points(sums.paid)} />
        <SumRow label={t('cancellation.fee')} value={points(sums.fee === 0 ? 0 : -sums.fee)} />
        <Divider sx={{ my: 0.5 }} />
        <SumRow
          label={t('cancellation.returned')}
          value={points(sums.returned)}
          strong
          colour={dye.pine}
        />
      </Box>
      <Box sx={{ mt: 2 }}>
        {sums.stays.map((stay) => (
          <StaySums key={stay.stayId} stay={stay} />
        ))}
      </Box>
      <ReturnedLots lots={sums.lots} />
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1 }}>
        {t('cancellation.policy', { version: sums.policyVersion })}
      </Typography>
    </Box>
  )
}

const StaySums = ({ stay }: { stay: Sums['stays'][number] }) => {
  const t = useText()
  const { days, points } = useFormats()
  return (
    <Box component="section" sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h3">{t('room.title', { number: stay.roomNumber })}</Typography>
        <Typography sx={{ ml: 'auto', fontWeight: 600 }}>{points(stay.returned)}</Typography>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {days(stay.checkIn, stay.checkOut)}
      </Typography>
      <Typography variant="body2">{tierSentence(stay.tier, t)}</Typography>
      <CancellationNights nights={stay.nights} />
    </Box>
  )
}

const tierSentence = (tier: { daysBefore: number; feePercent: number }, t: Text): string => {
  if (tier.daysBefore === 0) return t('cancellation.tierToday', { percent: tier.feePercent })
  return t('cancellation.tier', { smart_count: tier.daysBefore, percent: tier.feePercent })
}

const ReturnedLots = ({ lots }: { lots: Sums['lots'] }) => {
  const t = useText()
  const { expiry, points } = useFormats()
  if (lots.length === 0) return null
  return (
    <Box component="section">
      <Typography variant="h3">{t('cancellation.lots')}</Typography>
      <Typography variant="caption" color="text.secondary" component="p">
        {t('cancellation.lotsHelp')}
      </Typography>
      {lots.map((lot) => (
        <SumRow
          key={lot.lotId}
          label={`${t(`points.${lot.lotClass}`)} · ${expiry(lot.expiresAt)}`}
          value={points(lot.amount)}
        />
      ))}
    </Box>
  )
}
