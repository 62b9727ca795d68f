import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

type WithdrawRulesButtonProps = { roomTypeId: string; version: number }

/** Until its day has come, a version can be taken back. */
export const WithdrawRulesButton = ({ roomTypeId, version }: WithdrawRulesButtonProps) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('rules.withdraw')}
      </Button>
      {asking ? (
        <CommandDialog
          title={t('rules.withdrawTitle')}
          confirm={t('rules.withdraw')}
          tone="error"
          send={(key) =>
            answerOf(
              api.POST('/v1/room-types/{id}/rate-rules/withdraw', {
                params: { path: { id: roomTypeId }, header: commandHeaders(key) },
                body: { version },
              }),
            )
          }
          done={t('rules.withdrawn')}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <Typography>{t('rules.withdrawAsk')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
