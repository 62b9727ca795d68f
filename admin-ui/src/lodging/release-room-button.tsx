import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomInBrief } from './room-verbs.tsx'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { VerbButton } from './verb-button.tsx'

export const ReleaseRoomButton = ({ room, offered }: { room: RoomInBrief; offered: boolean }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {offered ? (
        <VerbButton
          label={t('release.action')}
          about={room.number}
          icon={LockOpenOutlined}
          compact={false}
          onClick={() => setOpen(true)}
        />
      ) : null}
      {open ? (
        <CommandDialog
          title={t('release.title', { number: room.number })}
          confirm={t('release.action')}
          reason="required"
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/rooms/{id}/release', {
                params: { path: { id: room.id }, header: commandHeaders(key) },
                body: { reason },
              }),
            )
          }
          done={t('release.done')}
          onDone={() => setOpen(false)}
          onClose={() => setOpen(false)}
        >
          <Typography variant="body2">{t('release.ask')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
