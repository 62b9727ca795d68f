import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { HousekeepingRoom } from '../api/records.ts'
import { useRoomTypeName } from '../lodging/use-room-type-name.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { tones } from '../platform/themes/palette.ts'
import { CleaningSteps } from './cleaning-steps.tsx'
import { ReportProblemButton } from './report-problem-button.tsx'
import { RequestCleaningButton } from './request-cleaning-button.tsx'
import { GuestFacts, TimeFacts, WordFacts } from './room-facts.tsx'
import { taskTones } from './room-tasks.ts'
import { TaskChip } from './task-chip.tsx'

/** One room for one hand: what it is, what to know, and the next step across the whole width. */
export const RoomCard = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const { cleaning, allowedActions } = room
  return (
    <Card
      component="article"
      data-room={room.number}
      data-task={room.task}
      sx={{ p: 1.75, borderLeft: `6px solid ${tones[taskTones[room.task]].edge}` }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Typography component="h3" sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.2 }}>
          {room.number}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1, minWidth: 0 }}>
          {typeName(room)}
        </Typography>
        <TaskChip task={room.task} />
      </Box>
      <Box sx={{ my: 1 }}>
        <GuestFacts room={room} />
        <TimeFacts room={room} />
        <WordFacts room={room} />
        <Typography variant="body2" color="text.secondary">
          {[
            room.assignedToName
              ? t('housekeeping.cleaner', { name: room.assignedToName })
              : t('housekeeping.nobody'),
            ...(cleaning && cleaning.kind !== 'departure'
              ? [t(`housekeeping.kinds.${cleaning.kind}`)]
              : []),
            ...(room.openProblems > 0
              ? [
                  `${t('roomProblem.title')} ${t('roomProblem.open', { smart_count: room.openProblems })}`,
                ]
              : []),
          ].join(' · ')}
        </Typography>
      </Box>
      {cleaning ? <CleaningSteps cleaning={cleaning} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, ml: -1, mb: -0.5 }}>
        {allowedActions.includes('report_problem') ? <ReportProblemButton room={room} /> : null}
        {allowedActions.includes('request_cleaning') ? <RequestCleaningButton room={room} /> : null}
      </Box>
    </Card>
  )
}
