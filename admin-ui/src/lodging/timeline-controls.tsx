import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { Timeline } from '../api/records.ts'
import { addDays, isDay } from '../platform/formats/day.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'
import { useRoomTypeName } from './use-room-type-name.ts'

export const timelineDays = [14, 30, 60] as const
export type TimelineDays = (typeof timelineDays)[number]

type TimelineControlsProps = {
  timeline: Timeline
  days: TimelineDays
  roomTypeId: string | null
  onFrom: (from: string | null) => void
  onDays: (days: TimelineDays) => void
  onRoomType: (roomTypeId: string | null) => void
}

const ALL = ''

/** From when, how long, which rooms. A page back or forth keeps a fifth of the days in sight. */
export const TimelineControls = ({
  timeline,
  days,
  roomTypeId,
  onFrom,
  onDays,
  onRoomType,
}: TimelineControlsProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const types = [...new Map(timeline.rooms.map((room) => [room.roomTypeId, room])).values()]
  const turn = (direction: 1 | -1) =>
    onFrom(addDays(timeline.from, direction * Math.round(days * 0.8)))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        select
        size="small"
        label={t('timeline.roomType')}
        value={roomTypeId ?? ALL}
        onChange={({ target }) => onRoomType(target.value === ALL ? null : target.value)}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        sx={{ minWidth: 150 }}
      >
        <MenuItem value={ALL}>{t('timeline.allTypes')}</MenuItem>
        {types.map((room) => (
          <MenuItem key={room.roomTypeId} value={room.roomTypeId}>
            {typeName(room)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('timeline.range')}
        value={days}
        onChange={({ target }) => onDays(Number(target.value) as TimelineDays)}
        sx={{ minWidth: 96 }}
      >
        {timelineDays.map((count) => (
          <MenuItem key={count} value={count}>
            {t('formats.days', { smart_count: count })}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <IconButton aria-label={t('timeline.earlier')} onClick={() => turn(-1)}>
          <ChevronLeft />
        </IconButton>
        <DayField
          size="small"
          label={t('timeline.from')}
          value={timeline.from}
          onChange={(day) => (isDay(day) ? onFrom(day) : undefined)}
          sx={{ width: 158 }}
        />
        <IconButton aria-label={t('timeline.later')} onClick={() => turn(1)}>
          <ChevronRight />
        </IconButton>
        <Button
          size="small"
          variant="outlined"
          disabled={timeline.from === timeline.businessDate}
          onClick={() => onFrom(null)}
        >
          {t('timeline.today')}
        </Button>
      </Box>
    </Box>
  )
}
