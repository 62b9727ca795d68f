import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import type { Order, Stay } from '../api/records.ts'
import { nightsBetween } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { AmountRow } from '../platform/layout/amount-row.tsx'
import { Section } from '../platform/layout/section.tsx'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import { CheckInButton } from './check-in-button.tsx'
import { CheckOutButton } from './check-out-button.tsx'
import { DepartEarlyButton } from './depart-early-button.tsx'
import { ExtendStayButton } from './extend-stay-button.tsx'
import { MoveStayButton } from './move-stay-button.tsx'
import { CorrectionMenu } from './corrections/correction-menu.tsx'
import { NightlyAmounts } from './nightly-amounts.tsx'
import { PinStayButton } from './pin-stay-button.tsx'
import { OrderStatusChip } from './order-status-chip.tsx'
import { useRoomTypeName } from './use-room-type-name.ts'

/** The rooms of an order, each with its own dates, state and verbs. */
export const OrderStays = ({ order }: { order: Order }) => {
  const t = useText()
  return (
    <Section
      title={t('orders.stays')}
      aside={t('formats.rooms', { smart_count: order.stays.length })}
    >
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {order.stays.map((stay, index) => (
          <Box component="li" key={stay.id}>
            {index > 0 ? <Divider sx={{ my: 2 }} /> : null}
            <StayRow stay={stay} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

const StayRow = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const { days, points, moment } = useFormats()
  const nights = nightsBetween(stay.checkIn, stay.checkOut)
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <AmountRow amount={points(stay.amount)}>
        <Typography variant="h3" component="h3">
          {stay.roomNumber ? t('room.title', { number: stay.roomNumber }) : t('orders.unassigned')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {typeName(stay)}
        </Typography>
        <OrderStatusChip status={stay.status} />
        {stay.pinned ? <ToneChip tone="quiet" label={t('stays.pinned')} /> : null}
        {stay.openRequestId ? <ToneChip tone="wait" label={t('orders.awaiting')} /> : null}
      </AmountRow>
      <Typography variant="body2">
        {`${days(stay.checkIn, stay.checkOut)} · ${t('formats.nights', { smart_count: nights })} · ${t('formats.guests', { smart_count: stay.guests })}`}
      </Typography>
      {stay.checkedInAt ? (
        <Happened text={t('orders.checkedInAt', { time: moment(stay.checkedInAt) })} />
      ) : null}
      {stay.checkedOutAt ? (
        <Happened text={t('orders.checkedOutAt', { time: moment(stay.checkedOutAt) })} />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.5 }}>
        <CheckInButton
          stay={stay}
          roomNumber={stay.roomNumber}
          offered={stay.allowedActions.includes('check_in')}
        />
        <CheckOutButton
          stay={stay}
          roomNumber={stay.roomNumber}
          offered={stay.allowedActions.includes('check_out')}
        />
        <ExtendStayButton stay={stay} />
        <MoveStayButton stay={stay} />
        <PinStayButton stay={stay} />
        <DepartEarlyButton stay={stay} />
        <NightlyAmounts stay={stay} />
        <CorrectionMenu stay={stay} />
      </Box>
    </Box>
  )
}

const Happened = ({ text }: { text: string }) => (
  <Typography variant="caption" color="text.secondary">
    {text}
  </Typography>
)
