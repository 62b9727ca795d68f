import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Close from '@mui/icons-material/Close'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { LinkBase } from 'react-admin'
import type { BoardRoom, BoardStay } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useIsPhone } from '../platform/layout/use-screen.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { RoomStatusChip } from './room-status-chip.tsx'
import { RoomVerbs, roomVerbs } from './room-verbs.tsx'
import { StayFacts } from './stay-facts.tsx'
import { PanelFacts } from './rooms/panel-facts.tsx'
import { useRoomTypeName } from './use-room-type-name.ts'

type RoomPanelProps = { room: BoardRoom; onClose: () => void }

/** Everything about one room, from the right on a desk and from below on a phone. */
export const RoomPanel = ({ room, onClose }: RoomPanelProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const isPhone = useIsPhone()
  const { stay, arrival, cleaning, block } = room
  const nextGuest = arrival && arrival.id !== stay?.id ? arrival : null

  return (
    <Drawer
      open
      anchor={isPhone ? 'bottom' : 'right'}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'room-panel-title',
          sx: isPhone
            ? { borderRadius: '16px 16px 0 0', maxHeight: '85dvh', p: 2 }
            : { width: 420, p: 3 },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
        <Typography variant="h1" component="h2" id="room-panel-title">
          {t('room.title', { number: room.number })}
        </Typography>
        <RoomStatusChip status={room.status} />
        <IconButton aria-label={t('actions.close')} onClick={onClose} sx={{ ml: 'auto' }}>
          <Close />
        </IconButton>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {`${typeName(room)} · ${t('board.floor', { floor: room.floor })}`}
      </Typography>
      {stay ? <Guest title={t('room.inRoom')} stay={stay} room={room} /> : null}
      {nextGuest ? <Guest title={t('room.arriving')} stay={nextGuest} room={room} /> : null}
      {cleaning ? <Cleaning cleaning={cleaning} /> : null}
      {block ? <Block block={block} /> : null}
      {!stay && !nextGuest && !cleaning && !block ? (
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('room.nothing')}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2.5 }}>
        <RoomVerbs room={room} verbs={roomVerbs} />
      </Box>
      <PanelFacts roomId={room.id} />
    </Drawer>
  )
}

const Guest = ({ title, stay, room }: { title: string; stay: BoardStay; room: BoardRoom }) => {
  const t = useText()
  return (
    <Box component="section" aria-label={title} sx={{ mb: 2.5 }}>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <StayFacts stay={stay} roomNumber={room.number} />
      {stay.orderId ? (
        <Button component={LinkBase} to={`/orders/${stay.orderId}/show`} sx={{ mt: 1, ml: -1 }}>
          {t('room.order')}
        </Button>
      ) : null}
    </Box>
  )
}

const Cleaning = ({ cleaning }: { cleaning: NonNullable<BoardRoom['cleaning']> }) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Box component="section" aria-label={t('room.cleaning')} sx={{ mb: 2.5 }}>
      <Typography variant="h2" component="h3" sx={{ mb: 0.5 }}>
        {t('room.cleaning')}
      </Typography>
      <Typography variant="body2">
        {t('room.cleaningSince', { time: moment(cleaning.startedAt, 'time') })}
      </Typography>
      <Typography variant="body2">
        {t('board.cleaningDue', { time: moment(cleaning.dueAt, 'time') })}
      </Typography>
    </Box>
  )
}

const Block = ({ block }: { block: NonNullable<BoardRoom['block']> }) => {
  const t = useText()
  const { days } = useFormats()
  return (
    <Box component="section" aria-label={t('room.block')} sx={{ mb: 2.5 }}>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {t('room.block')}
      </Typography>
      <Facts>
        <Fact label={t('room.blockSpan')}>{days(block.fromNight, block.untilNight)}</Fact>
        <Fact label={t('room.blockReason')}>{block.reason}</Fact>
      </Facts>
    </Box>
  )
}
