import Box from '@mui/material/Box'
import type { RoomStatus } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { roomTones } from '../platform/themes/palette.ts'
import { roomStatusIcons } from './room-status.ts'

export const RoomStatusChip = ({ status }: { status: RoomStatus }) => {
  const t = useText()
  const Icon = roomStatusIcons[status]
  const tone = roomTones[status]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 1.25,
        py: 0.25,
        borderRadius: 99,
        fontSize: '0.8125rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        color: tone.ink,
        bgcolor: tone.paper,
        boxShadow: `inset 0 0 0 1px ${tone.edge}66`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {t(`room.statuses.${status}`)}
    </Box>
  )
}
