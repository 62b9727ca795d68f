import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { RoomBlock } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ReleaseDialog } from '../release-dialog.tsx'

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
        <ReleaseDialog
          number={block.roomNumber}
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/room-blocks/{id}/release', {
                params: { path: { id: block.id }, header: commandHeaders(key) },
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
