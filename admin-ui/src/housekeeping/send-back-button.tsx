import ReplayOutlined from '@mui/icons-material/ReplayOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Cleaning } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

export const SendBackButton = ({ cleaning }: { cleaning: Cleaning }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const number = cleaning.roomNumber
  return (
    <>
      <Button
        fullWidth
        variant="outlined"
        startIcon={<ReplayOutlined />}
        aria-label={`${t('housekeeping.sendBack')} ${number}`}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 48 }}
      >
        {t('housekeeping.sendBack')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('housekeeping.sendBackTitle', { number })}
          confirm={t('housekeeping.sendBack')}
          reason="required"
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/cleanings/{id}/send-back', {
                params: { path: { id: cleaning.id }, header: commandHeaders(key) },
                body: { reason },
              }),
            )
          }
          done={t('housekeeping.wasSentBack')}
          onDone={close}
          onClose={close}
        >
          <Typography variant="body2">{t('housekeeping.sendBackAsk')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
