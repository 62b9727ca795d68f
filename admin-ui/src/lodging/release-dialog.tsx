import Typography from '@mui/material/Typography'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'

type ReleaseDialogProps = {
  number: string
  send: (key: string, reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asked before a blocked room is given back, wherever the button stands. */
export const ReleaseDialog = ({ number, send, onClose }: ReleaseDialogProps) => {
  const t = useText()
  return (
    <CommandDialog
      title={t('release.title', { number })}
      confirm={t('release.action')}
      reason="required"
      send={send}
      done={t('release.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('release.ask')}</Typography>
    </CommandDialog>
  )
}
