import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../platform/i18n/use-text.ts'
import { RoomStatusChip } from './room-status-chip.tsx'
import { OrderStatusChip } from './order-status-chip.tsx'

/** The colours in words, and what can be done here. */
export const TimelineLegend = () => {
  const t = useText()
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box
        role="group"
        aria-label={t('timeline.legend')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}
      >
        <OrderStatusChip status="pending" />
        <RoomStatusChip status="reserved" />
        <RoomStatusChip status="occupied" />
        <RoomStatusChip status="maintenance" />
        <RoomStatusChip status="unavailable" />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {t('timeline.hint')}
      </Typography>
    </Box>
  )
}
