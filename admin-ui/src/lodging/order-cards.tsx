import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Order } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { RecordCards } from '../platform/lists/record-cards.tsx'
import { OrderStatusChip } from './order-status-chip.tsx'
import { useRoomLabels } from './use-room-labels.ts'

export const OrderCards = () => {
  const t = useText()
  const { days, points } = useFormats()
  const roomLabels = useRoomLabels()
  return (
    <RecordCards<Order> to={({ id }) => `/orders/${id}/show`}>
      {(order) => (
        <Box sx={{ display: 'grid', gap: 0.25 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography sx={{ fontWeight: 600, minWidth: 0 }} noWrap>
              {t('formats.sama', { name: order.memberName })}
            </Typography>
            <Box sx={{ ml: 'auto' }}>
              <OrderStatusChip status={order.status} />
            </Box>
          </Box>
          <Typography variant="body2">{days(order.checkIn, order.checkOut)}</Typography>
          <Box sx={{ display: 'flex', gap: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
            <span>{order.number}</span>
            <span>{roomLabels(order.stays)}</span>
            <Box component="span" sx={{ ml: 'auto', color: 'text.primary', fontWeight: 600 }}>
              {points(order.total)}
            </Box>
          </Box>
        </Box>
      )}
    </RecordCards>
  )
}
