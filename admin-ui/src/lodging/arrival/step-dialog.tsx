import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Step from '@mui/material/Step'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'
import Typography from '@mui/material/Typography'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useIsPhone } from '../../platform/layout/use-screen.ts'

type StepDialogProps = {
  title: string
  steps: string[]
  step: number
  /** What the last button does; before that it goes on. */
  confirm: string
  pending: boolean
  onNext: () => void
  onBack: () => void
  onClose: () => void
  children: ReactNode
}

/** Several small forms after each other. Enter goes on, and what was typed stays when one goes back. */
export const StepDialog = (props: StepDialogProps) => {
  const { title, steps, step, confirm, pending, onNext, onBack, onClose } = props
  const t = useText()
  const titleId = useId()
  const isPhone = useIsPhone()
  const isLast = step === steps.length - 1

  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!pending) onNext()
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={isPhone}
      aria-labelledby={titleId}
      onClose={(_, why) => (pending || why === 'backdropClick' ? undefined : onClose())}
    >
      <Box
        component="form"
        noValidate
        onSubmit={submit}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
      >
        <DialogTitle id={titleId} component="h2" sx={{ pb: 1 }}>
          {title}
        </DialogTitle>
        <Box sx={{ px: 3, pb: 1.5 }}>
          {isPhone ? (
            <Typography variant="body2" color="text.secondary" aria-live="polite">
              {t('arrival.stepOf', { n: step + 1, of: steps.length, name: steps[step] ?? '' })}
            </Typography>
          ) : (
            <Stepper activeStep={step} aria-label={t('arrival.steps')}>
              {steps.map((name) => (
                <Step key={name}>
                  <StepLabel>{name}</StepLabel>
                </Step>
              ))}
            </Stepper>
          )}
        </Box>
        <DialogContent
          dividers
          sx={{ display: 'grid', gap: 2, alignContent: 'start', minHeight: { sm: 320 } }}
        >
          {props.children}
        </DialogContent>
        <DialogActions sx={{ px: 3, py: 2, gap: 1 }}>
          <Button onClick={onClose} disabled={pending} sx={{ mr: 'auto' }}>
            {t('actions.cancel')}
          </Button>
          {step > 0 ? (
            <Button onClick={onBack} disabled={pending}>
              {t('arrival.back')}
            </Button>
          ) : null}
          <Button
            key={step}
            type="submit"
            variant="contained"
            autoFocus={step === 0 || isLast}
            loading={pending}
          >
            {isLast ? confirm : t('arrival.next')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
