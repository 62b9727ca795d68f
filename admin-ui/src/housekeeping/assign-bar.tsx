import AssignmentIndOutlined from '@mui/icons-material/AssignmentIndOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Housekeeping } from '../api/records.ts'
import { ProblemNotice } from '../platform/commands/problem-notice.tsx'
import { useCommand } from '../platform/commands/use-command.ts'
import { useText } from '../platform/i18n/use-text.ts'

type AssignBarProps = {
  propertyId: string
  day: Housekeeping
  roomIds: string[]
  onDone: () => void
}

/** Gives the chosen rooms to one person in one command. Mounted anew for every choice. */
export const AssignBar = ({ propertyId, day, roomIds, onDone }: AssignBarProps) => {
  const t = useText()
  const [staffId, setStaffId] = useState('')
  const command = useCommand({
    send: (key) =>
      answerOf(
        api.POST('/v1/housekeeping/assign', {
          params: { header: commandHeaders(key) },
          body: { propertyId, date: day.date, roomIds, ...(staffId && { staffId }) },
        }),
      ),
    done: t('housekeeping.assigned'),
    onDone,
  })
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Typography sx={{ fontWeight: 600 }} role="status">
          {t('housekeeping.selected', { smart_count: roomIds.length })}
        </Typography>
        <TextField
          select
          size="small"
          label={t('housekeeping.assignTo')}
          value={staffId}
          onChange={(event) => setStaffId(event.target.value)}
          sx={{ minWidth: 200 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('housekeeping.nobody')}</MenuItem>
          {day.cleaners.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="contained"
          startIcon={<AssignmentIndOutlined />}
          disabled={roomIds.length === 0}
          loading={command.isPending}
          onClick={() => command.mutate('')}
        >
          {t('housekeeping.assign')}
        </Button>
      </Box>
      <ProblemNotice error={command.error} />
    </Box>
  )
}
