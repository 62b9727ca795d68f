import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { LinkBase } from 'react-admin'
import type { TimelineRoom, TimelineSpan } from '../api/records.ts'
import { addDays } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { useIsPhone } from '../platform/layout/use-screen.ts'
import { OrderStatusChip } from './order-status-chip.tsx'
import { RoomStatusChip } from './room-status-chip.tsx'
import { StayFacts } from './stay-facts.tsx'
import { useRoomTypeName } from './use-room-type-name.ts'

type TimelinePanelProps = { span: TimelineSpan; rooms: TimelineRoom[]; onClose: () => void }

/** What a bar of the timeline stands for, and the way to its order. */
export const TimelinePanel = ({ span, rooms, onClose }: TimelinePanelProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const isPhone = useIsPhone()
  const room = rooms.find(({ id }) => id === span.roomId)
  return (
    <Drawer
      open
      anchor={isPhone ? 'bottom' : 'right'}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'timeline-panel-title',
          sx: isPhone
            ? { borderRadius: '16px 16px 0 0', maxHeight: '85dvh', p: 2 }
            : { width: 420, p: 3 },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
        <Typography variant="h1" component="h2" id="timeline-panel-title">
          {t('room.title', { number: room?.number ?? '' })}
        </Typography>
        {span.stay ? <OrderStatusChip status={span.stay.status} /> : null}
        {span.block ? <RoomStatusChip status={span.block.kind} /> : null}
        <IconButton aria-label={t('actions.close')} onClick={onClose} sx={{ ml: 'auto' }}>
          <Close />
        </IconButton>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {room ? typeName(room) : null}
      </Typography>
      {span.stay ? <StayFacts stay={span.stay} roomNumber={room?.number ?? null} /> : null}
      {span.stay ? (
        <Button
          component={LinkBase}
          to={`/orders/${span.stay.orderId}/show`}
          variant="contained"
          sx={{ mt: 2, alignSelf: 'flex-start' }}
        >
          {t('timeline.openOrder')}
        </Button>
      ) : null}
      {span.block ? <BlockFacts span={span} reason={span.block.reason} /> : null}
    </Drawer>
  )
}

const BlockFacts = ({ span, reason }: { span: TimelineSpan; reason: string }) => {
  const t = useText()
  const { days } = useFormats()
  return (
    <Facts>
      <Fact label={t('room.blockSpan')}>{days(span.from, addDays(span.until, -1))}</Fact>
      <Fact label={t('room.blockReason')}>{reason}</Fact>
    </Facts>
  )
}
