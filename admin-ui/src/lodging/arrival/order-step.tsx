import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ArrivalSheet, Stay } from '../../api/records.ts'
import { nightsBetween } from '../../platform/formats/day.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AmountRow } from '../../platform/layout/amount-row.tsx'
import { Fact, Facts } from '../../platform/layout/facts.tsx'
import { SumRow } from '../../platform/layout/sum-row.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'

type OrderStepProps = { sheet: ArrivalSheet; stays: Stay[] }

/** The order is looked at together with the guest: who, when, which rooms, what was paid. */
export const OrderStep = ({ sheet, stays }: OrderStepProps) => {
  const t = useText()
  const { points, days } = useFormats()
  const typeName = useRoomTypeName()
  const { order, member } = sheet
  const asked = stays.find(({ openRequestId }) => openRequestId)
  return (
    <>
      {asked ? <Alert severity="warning">{t('arrival.requestOpen')}</Alert> : null}
      <Facts>
        <Fact label={t('orders.member')}>{t('formats.sama', { name: member.name })}</Fact>
        <Fact label={t('orders.number')}>{order.number}</Fact>
        <Fact label={t('arrival.phone')}>{member.phone ?? t('formats.none')}</Fact>
      </Facts>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {stays.map((stay) => (
          <Box component="li" key={stay.id}>
            <AmountRow amount={points(stay.amount)}>
              <Typography sx={{ fontWeight: 600 }}>
                {t('room.title', { number: stay.roomNumber })}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {typeName(stay)}
              </Typography>
            </AmountRow>
            <Typography variant="body2">
              {`${days(stay.checkIn, stay.checkOut)} · ${t('formats.nights', { smart_count: nightsBetween(stay.checkIn, stay.checkOut) })} · ${t('formats.guests', { smart_count: stay.guests })}`}
            </Typography>
          </Box>
        ))}
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
        <SumRow label={t('orders.total')} value={points(order.total)} strong />
        <SumRow label={t('orders.paid')} value={points(order.paid)} />
      </Box>
    </>
  )
}
