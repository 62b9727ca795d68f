import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { isProblem } from '../../api/problem.ts'
import { useIsPhone } from '../layout/use-screen.ts'
import { useText } from '../i18n/use-text.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { ReasonField } from './reason-field.tsx'
import { type CommandOptions, useCommand } from './use-command.ts'

export type CommandDialogProps<T> = CommandOptions<T> & {
  title: string
  confirm: string
  tone?: 'primary' | 'error'
  reason?: 'none' | 'optional' | 'required'
  /** False while the contents are not fit to be sent. */
  ready?: boolean
  maxWidth?: 'xs' | 'sm' | 'md'
  onClose: () => void
  children?: ReactNode
}

/**
 * Asks once, sends once. Mount it to open it. While the command runs it cannot be closed, and when it
 * is refused it stays open and says why; nothing is shown as done before the house has said so.
 */
export const CommandDialog = <T,>(props: CommandDialogProps<T>) => {
  const { title, confirm, tone = 'primary', reason = 'none', ready = true, maxWidth = 'xs' } = props
  const t = useText()
  const titleId = useId()
  const fullScreen = useIsPhone() && maxWidth !== 'xs'
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const command = useCommand(props)
  const missing = reason === 'required' && text.trim() === ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setAsked(true)
    if (missing || !ready || command.isPending) return
    command.mutate(text.trim())
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth={maxWidth}
      fullScreen={fullScreen}
      aria-labelledby={titleId}
      onClose={() => (command.isPending ? undefined : props.onClose())}
    >
      <Box
        component="form"
        noValidate
        onSubmit={submit}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
      >
        <DialogTitle id={titleId} component="h2">
          {title}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {props.children}
          {reason !== 'none' ? (
            <ReasonField
              required={reason === 'required'}
              value={text}
              onChange={setText}
              missing={asked && missing}
            />
          ) : null}
          <ProblemNotice error={command.error} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5, gap: 1 }}>
          <Button onClick={props.onClose} disabled={command.isPending}>
            {t('actions.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={tone}
            autoFocus={reason === 'none'}
            disabled={!ready}
            loading={command.isPending}
          >
            {isUnknown(command.error) ? t('actions.retrySame') : confirm}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

const isUnknown = (error: unknown): boolean => isProblem(error) && error.status === 0
