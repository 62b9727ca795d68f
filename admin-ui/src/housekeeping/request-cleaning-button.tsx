import AddTaskOutlined from '@mui/icons-material/AddTaskOutlined'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { HousekeepingRoom } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

const NOTE_MAX_LENGTH = 500

export const RequestCleaningButton = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const close = () => setOpen(false)
  const { number } = room
  return (
    <>
      <Button
        startIcon={<AddTaskOutlined />}
        aria-label={`${t('housekeeping.request')} ${number}`}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 44 }}
      >
        {t('housekeeping.request')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('housekeeping.requestTitle', { number })}
          confirm={t('housekeeping.request')}
          send={(key) =>
            answerOf(
              api.POST('/v1/rooms/{id}/request-cleaning', {
                params: { path: { id: room.roomId }, header: commandHeaders(key) },
                body: note.trim() ? { note: note.trim() } : {},
              }),
            )
          }
          done={t('housekeeping.requested')}
          onDone={close}
          onClose={close}
        >
          <Typography variant="body2">{t('housekeeping.requestAsk')}</Typography>
          <TextField
            label={t('housekeeping.requestNote')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            multiline
            minRows={2}
            fullWidth
            slotProps={{ htmlInput: { maxLength: NOTE_MAX_LENGTH } }}
          />
        </CommandDialog>
      ) : null}
    </>
  )
}
