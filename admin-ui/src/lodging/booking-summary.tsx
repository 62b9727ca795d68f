import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetOne } from 'react-admin'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { Failure } from '../platform/states/failure.tsx'
import type { CartStay } from './booking-draft.ts'
import { PlaceOrderButton } from './place-order-button.tsx'
import { SummaryLines } from './summary-lines.tsx'
import { useQuote } from './use-quote.ts'

type BookingSummaryProps = { stays: CartStay[]; member: Member | null }

/** What it costs and whether the balance carries it, before anything is promised. */
export const BookingSummary = ({ stays, member }: BookingSummaryProps) => {
  const t = useText()
  const { data, error, refetch } = useQuote(stays, member?.id ?? null)
  // Asked for another cart, an answer is no answer for this one.
  const quote = data?.stays.length === stays.length ? data : undefined
  return (
    <Box sx={{ position: { lg: 'sticky' }, top: { lg: 84 } }}>
      <Section title={t('booking.summary')}>
        {stays.length === 0 ? (
          <Typography color="text.secondary">{t('booking.summaryEmpty')}</Typography>
        ) : (
          <>
            <SummaryLines stays={stays} quote={quote} />
            {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
            {member && quote?.amount != null ? (
              <BalanceCheck member={member} total={quote.amount} />
            ) : null}
          </>
        )}
        <Box sx={{ mt: 2 }}>
          <PlaceOrderButton stays={stays} quote={quote} member={member} />
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
