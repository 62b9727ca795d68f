import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { Board, RoomStatus } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { roomTones } from '../platform/themes/palette.ts'
import { roomStatuses, roomStatusIcons } from './room-status.ts'

type BoardTotalsProps = {
  counts: Board['counts']
  only: RoomStatus | null
  onOnly: (status: RoomStatus | null) => void
}

/** Six numbers that are also the legend and the filter. */
export const BoardTotals = ({ counts, only, onOnly }: BoardTotalsProps) => {
  const t = useText()
  return (
    <Box
      role="group"
      aria-label={t('board.totals')}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))', md: 'repeat(6, minmax(0, 1fr))' },
        gap: 1,
        mb: 3,
      }}
    >
      {roomStatuses.map((status) => (
        <Total
          key={status}
          status={status}
          count={counts[status]}
          pressed={only === status}
          onClick={() => onOnly(only === status ? null : status)}
        />
      ))}
    </Box>
  )
}

type TotalProps = { status: RoomStatus; count: number; pressed: boolean; onClick: () => void }

const Total = ({ status, count, pressed, onClick }: TotalProps) => {
  const t = useText()
  const Icon = roomStatusIcons[status]
  const tone = roomTones[status]
  return (
    <ButtonBase
      aria-pressed={pressed}
      onClick={onClick}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        alignItems: 'center',
        textAlign: 'left',
        columnGap: { xs: 0.75, sm: 1.25 },
        px: { xs: 1, sm: 1.5 },
        py: 1,
        borderRadius: 2,
        color: tone.ink,
        bgcolor: tone.paper,
        boxShadow: pressed ? `inset 0 0 0 2px ${tone.ink}` : `inset 0 0 0 1px ${tone.edge}55`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: { xs: 18, sm: 22 } }} />
      <Box component="span" sx={{ fontSize: '1.375rem', fontWeight: 700, lineHeight: 1.1 }}>
        {count}
      </Box>
      <Box
        component="span"
        sx={{
          gridColumn: '1 / 3',
          fontSize: '0.75rem',
          fontWeight: 600,
          lineHeight: 1.4,
          whiteSpace: 'nowrap',
        }}
      >
        {t(`room.statuses.${status}`)}
      </Box>
    </ButtonBase>
  )
}
