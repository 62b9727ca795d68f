import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { HousekeepingRoom } from '../api/records.ts'
import { useRoomTypeName } from '../lodging/use-room-type-name.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { TableSheet } from '../platform/lists/table-sheet.tsx'
import { CleaningSteps } from './cleaning-steps.tsx'
import { ReportProblemButton } from './report-problem-button.tsx'
import { RequestCleaningButton } from './request-cleaning-button.tsx'
import { GuestFacts, TimeFacts, WordFacts } from './room-facts.tsx'
import { TaskChip } from './task-chip.tsx'

const COLUMNS = ['room', 'task', 'guests', 'time', 'cleaner', 'actions'] as const

type RoomTableProps = {
  label: string
  rooms: HousekeepingRoom[]
  chosen: ReadonlySet<string>
  onChoose: (roomIds: string[], chosen: boolean) => void
}

/** At the desk: a floor as a table, rooms to be chosen and given out together. */
export const RoomTable = ({ label, rooms, chosen, onChoose }: RoomTableProps) => {
  const t = useText()
  const assignable = rooms.filter((room) => room.allowedActions.includes('assign'))
  const ids = assignable.map(({ roomId }) => roomId)
  const count = ids.filter((id) => chosen.has(id)).length
  return (
    <TableSheet>
      <Table size="small" aria-label={label} sx={{ tableLayout: 'fixed', minWidth: 980 }}>
        <TableHead>
          <TableRow>
            {ids.length > 0 ? (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={count === ids.length}
                  indeterminate={count > 0 && count < ids.length}
                  onChange={(event) => onChoose(ids, event.target.checked)}
                  slotProps={{ input: { 'aria-label': `${t('housekeeping.selectAll')} ${label}` } }}
                />
              </TableCell>
            ) : null}
            {COLUMNS.map((column) => (
              <TableCell key={column} sx={column === 'actions' ? { width: 330 } : {}}>
                {t(`housekeeping.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rooms.map((room) => (
            <Row
              key={room.roomId}
              room={room}
              selectable={ids.length > 0}
              chosen={chosen.has(room.roomId)}
              onChoose={(on) => onChoose([room.roomId], on)}
            />
          ))}
        </TableBody>
      </Table>
    </TableSheet>
  )
}

type RowProps = {
  room: HousekeepingRoom
  selectable: boolean
  chosen: boolean
  onChoose: (chosen: boolean) => void
}

const Row = ({ room, selectable, chosen, onChoose }: RowProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const { cleaning, allowedActions } = room
  return (
    <TableRow data-room={room.number} data-task={room.task} selected={chosen}>
      {selectable ? (
        <TableCell padding="checkbox">
          <Checkbox
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
            slotProps={{
              input: { 'aria-label': t('housekeeping.select', { number: room.number }) },
            }}
          />
        </TableCell>
      ) : null}
      <TableCell>
        <Typography sx={{ fontWeight: 700, fontSize: '1.125rem' }}>{room.number}</Typography>
        <Typography variant="caption" color="text.secondary">
          {typeName(room)}
        </Typography>
      </TableCell>
      <TableCell>
        <TaskChip task={room.task} />
        <WordFacts room={room} />
      </TableCell>
      <TableCell>
        <GuestFacts room={room} />
      </TableCell>
      <TableCell>
        <TimeFacts room={room} />
      </TableCell>
      <TableCell>{room.assignedToName ?? t('housekeeping.nobody')}</TableCell>
      <TableCell>
        {cleaning ? <CleaningSteps cleaning={cleaning} /> : null}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          {allowedActions.includes('request_cleaning') ? (
            <RequestCleaningButton room={room} />
          ) : null}
          {allowedActions.includes('report_problem') ? <ReportProblemButton room={room} /> : null}
        </Box>
      </TableCell>
    </TableRow>
  )
}
