import Typography from '@mui/material/Typography'
import { answerOf, api } from '../../api/client.ts'
import type { RevealedGuest } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

type RevealDialogProps = {
  propertyId: string
  from: string
  until: string
  span: string
  onRevealed: (guests: RevealedGuest[]) => void
  onClose: () => void
}

/** Who looks at everything says why; it stands in the trail. */
export const RevealDialog = (props: RevealDialogProps) => {
  const { propertyId, from, until, span, onRevealed, onClose } = props
  const t = useText()
  return (
    <CommandDialog
      title={t('register.revealTitle')}
      confirm={t('register.reveal')}
      reason="required"
      maxWidth="sm"
      send={(_, reason) =>
        answerOf(
          api.POST('/v1/guest-register/reveal', { body: { propertyId, from, until, reason } }),
        )
      }
      done={t('register.revealed')}
      onDone={({ guests }) => onRevealed(guests)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('register.revealAsk', { span })}</Typography>
    </CommandDialog>
  )
}
