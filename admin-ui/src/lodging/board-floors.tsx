import Box from '@mui/material/Box'
import HotelOutlined from '@mui/icons-material/HotelOutlined'
import Typography from '@mui/material/Typography'
import type { Board, BoardRoom, RoomStatus } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { RoomTile } from './room-tile.tsx'

type BoardFloorsProps = {
  board: Board
  only: RoomStatus | null
  onOpen: (roomId: string) => void
}

export const BoardFloors = ({ board, only, onOpen }: BoardFloorsProps) => {
  const t = useText()
  const rooms = only ? board.rooms.filter(({ status }) => status === only) : board.rooms
  if (board.rooms.length === 0) {
    return (
      <StatePanel icon={HotelOutlined} title={t('board.emptyTitle')} body={t('board.emptyBody')} />
    )
  }
  if (rooms.length === 0)
    return <StatePanel icon={HotelOutlined} title={t('states.noMatchTitle')} />
  return floorsOf(rooms).map(([floor, onFloor]) => (
    <Box key={floor} component="section" aria-label={t('board.floor', { floor })} sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 1, fontSize: '0.9375rem', color: 'text.secondary' }}>
        {t('board.floor', { floor })}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: {
            xs: 'repeat(2, minmax(0, 1fr))',
            sm: 'repeat(auto-fill, minmax(164px, 1fr))',
          },
        }}
      >
        {onFloor.map((room) => (
          <RoomTile key={room.id} room={room} date={board.date} onOpen={() => onOpen(room.id)} />
        ))}
      </Box>
    </Box>
  ))
}

/** Floors in the order in which the house sends its rooms. */
const floorsOf = (rooms: BoardRoom[]): [string, BoardRoom[]][] => {
  const floors = new Map<string, BoardRoom[]>()
  for (const room of rooms) {
    const floor = String(room.floor)
    floors.set(floor, [...(floors.get(floor) ?? []), room])
  }
  return [...floors]
}
