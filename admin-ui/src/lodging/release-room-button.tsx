import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { RoomInBrief } from './room-verbs.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { ReleaseDialog } from './release-dialog.tsx'
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
        <ReleaseDialog
          number={room.number}
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/rooms/{id}/release', {
                params: { path: { id: room.id }, header: commandHeaders(key) },
                body: { reason },
              }),
            )
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
