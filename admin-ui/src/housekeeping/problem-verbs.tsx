import BuildOutlined from '@mui/icons-material/BuildOutlined'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomProblem } from '../api/records.ts'
import { VerbButton } from '../lodging/verb-button.tsx'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

type ProblemProps = { problem: RoomProblem }

export const ResolveButton = ({ problem }: ProblemProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const number = problem.roomNumber
  return (
    <>
      <VerbButton
        label={t('roomProblem.resolve')}
        about={number}
        icon={CheckOutlined}
        compact={false}
        strong={false}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <CommandDialog
          title={t('roomProblem.resolveTitle', { number })}
          confirm={t('roomProblem.resolve')}
          reason="required"
          send={(key, note) =>
            answerOf(
              api.POST('/v1/room-problems/{id}/resolve', {
                params: { path: { id: problem.id }, header: commandHeaders(key) },
                body: { note },
              }),
            )
          }
          done={t('roomProblem.resolved')}
          onDone={close}
          onClose={close}
        />
      ) : null}
    </>
  )
}

const NIGHTS_MAX = 90

export const MaintenanceButton = ({ problem }: ProblemProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [nights, setNights] = useState('1')
  const close = () => setOpen(false)
  const number = problem.roomNumber
  const count = Number(nights)
  return (
    <>
      <VerbButton
        label={t('roomProblem.maintenance')}
        about={number}
        icon={BuildOutlined}
        compact={false}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <CommandDialog
          title={t('roomProblem.maintenanceTitle', { number })}
          confirm={t('roomProblem.maintenance')}
          ready={Number.isInteger(count) && count >= 1 && count <= NIGHTS_MAX}
          send={(key) =>
            answerOf(
              api.POST('/v1/room-problems/{id}/put-into-maintenance', {
                params: { path: { id: problem.id }, header: commandHeaders(key) },
                body: { nights: count },
              }),
            )
          }
          done={t('roomProblem.inMaintenance')}
          onDone={close}
          onClose={close}
        >
          <Typography variant="body2">{t('roomProblem.maintenanceAsk')}</Typography>
          <TextField
            label={t('roomProblem.nights')}
            value={nights}
            onChange={(event) => setNights(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        </CommandDialog>
      ) : null}
    </>
  )
}
