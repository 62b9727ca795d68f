import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { useId, useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Member, RevealedIdentity } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

/** Asked why first; the number is on the screen until it is closed, and kept nowhere in the browser. */
export const RevealIdentityButton = ({ member }: { member: Member }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<RevealedIdentity | null>(null)
  return (
    <>
      <Button size="small" startIcon={<VisibilityOutlined />} onClick={() => setAsking(true)}>
        {t('identity.reveal.action')}
      </Button>
      {asking ? (
        <CommandDialog<RevealedIdentity>
          title={t('identity.reveal.title', { name: member.name })}
          confirm={t('identity.reveal.submit')}
          reason="required"
          send={(key, reason) =>
            answerOf(
              api.POST('/v1/members/{id}/reveal-identity', {
                params: { path: { id: member.id }, header: commandHeaders(key) },
                body: { reason },
              }),
            )
          }
          done={t('identity.reveal.done')}
          onDone={(identity) => {
            setAsking(false)
            setShown(identity)
          }}
          onClose={() => setAsking(false)}
        >
          <Typography>{t('identity.reveal.lead')}</Typography>
        </CommandDialog>
      ) : null}
      {shown ? <ShownNumber identity={shown} onClose={() => setShown(null)} /> : null}
    </>
  )
}

const ShownNumber = ({
  identity,
  onClose,
}: {
  identity: RevealedIdentity
  onClose: () => void
}) => {
  const t = useText()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="h2">
        {t('identity.reveal.shown', { type: t(`identity.types.${identity.type}`) })}
      </DialogTitle>
      <DialogContent>
        <Typography
          sx={{
            fontSize: '1.5rem',
            fontWeight: 600,
            letterSpacing: '0.08em',
            wordBreak: 'break-all',
          }}
        >
          {identity.number}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('actions.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
