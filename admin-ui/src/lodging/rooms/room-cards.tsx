import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Room } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { RecordCards } from '../../platform/lists/record-cards.tsx'
import { RoomStatusChip } from '../room-status-chip.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'
import { RoomFace } from './room-face.tsx'
import { useArea } from './use-area.ts'

export const RoomCards = () => {
  const t = useText()
  const typeName = useRoomTypeName()
  const area = useArea()
  return (
    <RecordCards<Room> to={({ id }) => `/rooms/${id}/show`}>
      {(room) => (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <RoomFace room={room} size={56} />
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography sx={{ fontWeight: 700, fontSize: '1.125rem' }}>{room.number}</Typography>
              {room.retired ? t('rooms.retired') : <RoomStatusChip status={room.status} />}
            </Box>
            <Typography variant="caption" color="text.secondary" component="p">
              {[
                typeName(room),
                t('board.floor', { floor: room.floor }),
                t('formats.guests', { smart_count: room.capacity }),
                area(room.areaM2),
              ].join(' · ')}
            </Typography>
          </Box>
        </Box>
      )}
    </RecordCards>
  )
}
