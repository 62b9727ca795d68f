import CleaningServicesOutlined from '@mui/icons-material/CleaningServicesOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomInBrief } from './room-verbs.tsx'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { VerbButton } from './verb-button.tsx'

type FinishCleaningButtonProps = { room: RoomInBrief; offered: boolean; compact?: boolean }

export const FinishCleaningButton = ({
  room,
  offered,
  compact = false,
}: FinishCleaningButtonProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {offered ? (
        <VerbButton
          label={t('cleaning.action')}
          about={room.number}
          icon={CleaningServicesOutlined}
          compact={compact}
          onClick={() => setOpen(true)}
        />
      ) : null}
      {open ? (
        <CommandDialog
          title={t('cleaning.title', { number: room.number })}
          confirm={t('cleaning.action')}
          send={(key) =>
            answerOf(
              api.POST('/v1/rooms/{id}/finish-cleaning', {
                params: { path: { id: room.id }, header: commandHeaders(key) },
                body: {},
              }),
            )
          }
          done={t('cleaning.done')}
          onDone={() => setOpen(false)}
          onClose={() => setOpen(false)}
        >
          <Typography variant="body2">{t('cleaning.ask')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
