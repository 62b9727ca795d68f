import HotelOutlined from '@mui/icons-material/HotelOutlined'
import Box from '@mui/material/Box'
import type { Room } from '../../api/records.ts'

/** The number stands beside it. */
const SAYS_NOTHING = ''

/** The room's first picture, or the sign for a room. It says nothing that does not stand beside it. */
export const RoomFace = ({ room, size }: { room: Pick<Room, 'pictures'>; size: number }) => {
  const [face] = room.pictures
  const frame = {
    width: size * 1.33,
    height: size,
    borderRadius: 1,
    flexShrink: 0,
    bgcolor: 'action.hover',
  }
  if (face) {
    return (
      <Box
        component="img"
        src={`/v1/pictures/${face.id}?size=thumbnail`}
        alt={SAYS_NOTHING}
        loading="lazy"
        sx={{ ...frame, objectFit: 'cover' }}
      />
    )
  }
  return (
    <Box
      aria-hidden
      sx={{ ...frame, display: 'grid', placeItems: 'center', color: 'text.secondary' }}
    >
      <HotelOutlined fontSize="small" />
    </Box>
  )
}
