import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { BoardRoom } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { roomTones } from '../platform/themes/palette.ts'
import { RoomOccupants } from './room-occupants.tsx'
import { roomStatusIcons } from './room-status.ts'
import { deskVerbs, RoomVerbs } from './room-verbs.tsx'
import { useRoomTypeName } from './use-room-type-name.ts'

type RoomTileProps = { room: BoardRoom; date: string; onOpen: () => void }

/** One room: its number, its state in colour, sign and word, who is in it, and the next thing to do. */
export const RoomTile = ({ room, date, onOpen }: RoomTileProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const tone = roomTones[room.status]
  const Icon = roomStatusIcons[room.status]
  const status = t(`room.statuses.${room.status}`)

  return (
    <Box
      component="article"
      data-room={room.number}
      data-status={room.status}
      sx={{
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 116,
        borderRadius: 2,
        overflow: 'hidden',
        bgcolor: tone.paper,
        borderLeft: `5px solid ${tone.edge}`,
        boxShadow: `inset 0 0 0 1px ${tone.edge}40`,
      }}
    >
      <ButtonBase
        onClick={onOpen}
        aria-haspopup="dialog"
        sx={{
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'stretch',
          justifyContent: 'flex-start',
          textAlign: 'left',
          px: 1.25,
          pt: 1,
          pb: 0.75,
          width: '100%',
          '&.Mui-focusVisible': { outlineOffset: -3 },
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
          <Typography
            component="span"
            sx={{ fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.2, flexShrink: 0 }}
          >
            {room.number}
          </Typography>
          <Typography
            component="span"
            variant="caption"
            color="text.secondary"
            noWrap
            sx={{ minWidth: 0 }}
          >
            {typeName(room)}
          </Typography>
        </Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.5,
            color: tone.ink,
            fontSize: '0.8125rem',
            fontWeight: 700,
            mt: 0.25,
          }}
        >
          <Icon aria-hidden sx={{ fontSize: 16 }} />
          {status}
        </Box>
        <RoomOccupants room={room} date={date} />
      </ButtonBase>
      <Box sx={{ px: 0.75, pb: 0.75, display: 'grid', gap: 0.5, '&:empty': { display: 'none' } }}>
        <RoomVerbs room={room} verbs={deskVerbs} compact />
      </Box>
    </Box>
  )
}
