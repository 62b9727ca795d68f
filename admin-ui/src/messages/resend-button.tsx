import Button from '@mui/material/Button'
import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRedirect } from 'react-admin'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { MessageWithWords } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

/** Says it again; the new message is a record of its own, so the page goes there. */
export const ResendButton = ({ message }: { message: MessageWithWords }) => {
  const t = useText()
  const redirect = useRedirect()
  const [open, setOpen] = useState(false)
  if (!message.allowedActions.includes('resend') && !open) return null
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ForwardToInboxOutlined />}
        onClick={() => setOpen(true)}
      >
        {t('messages.resend')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('messages.resendTitle')}
          confirm={t('messages.resendConfirm')}
          done={t('messages.resent')}
          reason="required"
          ready={message.allowedActions.includes('resend')}
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/messages/{id}/resend', {
                params: { path: { id: message.id }, header: commandHeaders(key) },
                body: { reason },
              }),
            )
          }
          onDone={(sent) => {
            setOpen(false)
            redirect(`/messages/${sent.id}/show`)
          }}
          onClose={() => setOpen(false)}
        >
          <Typography variant="body2">{t('messages.resendAsk')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
