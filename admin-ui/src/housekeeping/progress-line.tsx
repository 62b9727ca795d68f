import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { HousekeepingRoom } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { hasTask, type RoomTask } from './room-tasks.ts'
import { TaskChip } from './task-chip.tsx'

const SHOWN: RoomTask[] = ['waiting', 'begun', 'to_inspect', 'departure_expected']

/** How far the day is: a bar, and what is still open in numbers. */
export const ProgressLine = ({ rooms }: { rooms: HousekeepingRoom[] }) => {
  const t = useText()
  const id = useId()
  const count = (task: RoomTask) => rooms.filter((room) => room.task === task).length
  const total = rooms.filter(hasTask).length
  const done = count('done')
  if (total === 0) return null
  return (
    <Box sx={{ mb: 2 }}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('housekeeping.progressOf', { done, total })}
      </Typography>
      <LinearProgress
        variant="determinate"
        color="success"
        value={(done / total) * 100}
        aria-label={t('housekeeping.progress')}
        sx={{ height: 10, borderRadius: 5, mb: 1 }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {SHOWN.filter((task) => count(task) > 0).map((task) => (
          <Box key={task} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
            <TaskChip task={task} />
            <Typography component="span" sx={{ fontWeight: 700 }}>
              {count(task)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
