import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import type { Member } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useIsPhone } from '../platform/layout/use-screen.ts'
import { MemberRegistration } from './member-registration.tsx'

type NewMemberDialogProps = { onDone: (member: Member) => void; onClose: () => void }

/** Somebody new stands at the desk: registered without leaving what is being done for him. */
export const NewMemberDialog = ({ onDone, onClose }: NewMemberDialogProps) => {
  const t = useText()
  const titleId = useId()
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={useIsPhone()}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>{t('members.createTitle')}</DialogTitle>
      <DialogContent>
        <MemberRegistration leave={onClose} onDone={onDone} />
      </DialogContent>
    </Dialog>
  )
}
