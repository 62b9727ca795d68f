import Typography from '@mui/material/Typography'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { Stay } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { StayFacts } from '../stay-facts.tsx'

type UndoDialogProps = {
  stay: Stay
  what: 'undo_check_in' | 'undo_check_out'
  onClose: () => void
}

const PATHS = {
  undo_check_in: '/v1/stays/{id}/undo-check-in',
  undo_check_out: '/v1/stays/{id}/undo-check-out',
} as const

/** A wrong stroke is taken back with a reason; what was recorded stays in the trail. */
export const UndoDialog = ({ stay, what, onClose }: UndoDialogProps) => {
  const t = useText()
  return (
    <CommandDialog
      title={t(`corrections.titles.${what}`, { number: stay.roomNumber })}
      confirm={t(`corrections.actions.${what}`)}
      tone="error"
      reason="required"
      maxWidth="sm"
      send={(key, reason) =>
        answerOf(
          api.POST(PATHS[what], {
            params: { path: { id: stay.id }, header: commandHeaders(key) },
            body: { reason },
          }),
        )
      }
      done={t('corrections.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <StayFacts stay={stay} roomNumber={stay.roomNumber} />
      <Typography variant="body2">{t(`corrections.effects.${what}`)}</Typography>
    </CommandDialog>
  )
}
