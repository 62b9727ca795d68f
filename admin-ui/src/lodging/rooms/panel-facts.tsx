import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useGetOne } from 'react-admin'
import type { Room } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { RoomFacts } from './room-facts.tsx'
import { RoomFace } from './room-face.tsx'

/** What kind of room it is, for the panel of the board; the board itself does not carry it. */
export const PanelFacts = ({ roomId }: { roomId: string }) => {
  const t = useText()
  const { data: room } = useGetOne<Room>('rooms', { id: roomId })
  return (
    <Box component="section" aria-label={t('rooms.facts')} sx={{ flexShrink: 0 }}>
      {room && room.pictures.length > 0 ? (
        <Box sx={{ mb: 1.5 }}>
          <RoomFace room={room} size={120} />
        </Box>
      ) : null}
      {room ? <RoomFacts room={room} /> : null}
      <Button component={LinkBase} to={`/rooms/${roomId}/show`} sx={{ mt: 1, ml: -1 }}>
        {t('rooms.open')}
      </Button>
    </Box>
  )
}
