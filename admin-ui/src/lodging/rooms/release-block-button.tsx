import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { RoomBlock } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

export const ReleaseBlockButton = ({ block }: { block: RoomBlock }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (!block.allowedActions.includes('release')) return null
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<LockOpenOutlined />}
        onClick={() => setOpen(true)}
      >
        {t('release.action')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('release.title', { number: block.roomNumber })}
          confirm={t('release.action')}
          reason="required"
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/room-blocks/{id}/release', {
                params: { path: { id: block.id }, header: commandHeaders(key) },
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
