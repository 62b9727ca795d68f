import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetOne } from 'react-admin'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { type BookingDraft, type BookingLine, listPrice } from './booking-draft.ts'
import { PlaceOrderButton } from './place-order-button.tsx'
import { SummaryLines } from './summary-lines.tsx'

type BookingSummaryProps = { draft: BookingDraft; lines: BookingLine[] }

/** What it costs and whether the balance carries it, before anything is promised. */
export const BookingSummary = ({ draft, lines }: BookingSummaryProps) => {
  const t = useText()
  const { days } = useFormats()
  return (
    <Box sx={{ position: { lg: 'sticky' }, top: { lg: 84 } }}>
      <Section title={t('booking.summary')}>
        {lines.length === 0 ? (
          <Typography color="text.secondary">{t('booking.summaryEmpty')}</Typography>
        ) : (
          <>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
              {days(draft.checkIn, draft.checkOut)}
            </Typography>
            <SummaryLines lines={lines} />
            {draft.member ? <BalanceCheck member={draft.member} total={listPrice(lines)} /> : null}
          </>
        )}
        <Box sx={{ mt: 2 }}>
          <PlaceOrderButton draft={draft} lines={lines} />
        </Box>
      </Section>
    </Box>
  )
}

/** The balance of now, not of when the member was found. */
const BalanceCheck = ({ member, total }: { member: Member; total: number }) => {
  const t = useText()
  const { points } = useFormats()
  const { data: latest = member } = useGetOne<Member>('members', { id: member.id })
  const after = latest.balance - total
  return (
    <Box sx={{ mt: 1.5 }}>
      <SumRow label={t('booking.balance')} value={points(latest.balance)} />
      {after >= 0 ? <SumRow label={t('booking.after')} value={points(after)} /> : null}
      <Alert severity={after >= 0 ? 'success' : 'warning'} sx={{ mt: 1 }}>
        {after >= 0 ? t('booking.enough') : t('booking.short', { points: points(-after) })}
      </Alert>
    </Box>
  )
}
