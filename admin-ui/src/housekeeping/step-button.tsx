import Button from '@mui/material/Button'
import type { SvgIconComponent } from '@mui/icons-material'
import { ProblemNotice } from '../platform/commands/problem-notice.tsx'
import { useCommand } from '../platform/commands/use-command.ts'

type StepButtonProps = {
  label: string
  about: string
  icon: SvgIconComponent
  /** The next thing to do, under the thumb; otherwise a way back. */
  primary: boolean
  done: string
  send: (key: string) => Promise<unknown>
}

/** One tap, one command: no question before it, because there is a verb that takes it back. */
export const StepButton = ({ label, about, icon: Icon, primary, done, send }: StepButtonProps) => {
  const command = useCommand({ send, done, onDone: () => undefined })
  return (
    <>
      <Button
        fullWidth
        variant={primary ? 'contained' : 'text'}
        size={primary ? 'large' : 'medium'}
        startIcon={<Icon />}
        loading={command.isPending}
        aria-label={`${label} ${about}`}
        onClick={() => command.mutate('')}
        sx={{ minHeight: primary ? 52 : 44 }}
      >
        {label}
      </Button>
      <ProblemNotice error={command.error} />
    </>
  )
}
