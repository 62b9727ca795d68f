import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined'
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { Room } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { VerbButton } from '../verb-button.tsx'

/** A room is given up, or comes back. */
export const RetireRoomButton = ({ room }: { room: Room }) => {
  const [open, setOpen] = useState(false)
  const t = useText()
  const verb = (['retire', 'unretire'] as const).find((one) => room.allowedActions.includes(one))
  if (!verb) return null
  const send = (key: string, reason: string) => {
    const request = {
      params: { path: { id: room.id }, header: commandHeaders(key) },
      body: { reason },
    }
    return answerOf(
      verb === 'retire'
        ? api.POST('/v1/rooms/{id}/retire', request)
        : api.POST('/v1/rooms/{id}/unretire', request),
    )
  }
  return (
    <>
      <VerbButton
        label={t(`rooms.${verb}`)}
        about={room.number}
        icon={verb === 'retire' ? ArchiveOutlined : UnarchiveOutlined}
        compact={false}
        strong={false}
        tone={verb === 'retire' ? 'error' : 'primary'}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <CommandDialog
          title={t(`rooms.${verb}Title`, { number: room.number })}
          confirm={t(`rooms.${verb}`)}
          tone={verb === 'retire' ? 'error' : 'primary'}
          reason="required"
          send={send}
          done={t(`rooms.${verb}Done`)}
          onDone={() => setOpen(false)}
          onClose={() => setOpen(false)}
        >
          <Typography variant="body2">{t(`rooms.${verb}Ask`)}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
