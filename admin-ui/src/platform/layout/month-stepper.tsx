import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'

type MonthStepperProps = {
  label: string
  previous: string
  next: string
  /** The month as it is said. */
  month: string
  onStep: (months: 1 | -1) => void
  children?: ReactNode
}

/** One month at a time, back and forth. */
export const MonthStepper = ({
  label,
  previous,
  next,
  month,
  onStep,
  children,
}: MonthStepperProps) => (
  <Box role="group" aria-label={label} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
    <IconButton aria-label={previous} onClick={() => onStep(-1)}>
      <ChevronLeft />
    </IconButton>
    <Box
      component="span"
      aria-live="polite"
      sx={{ fontWeight: 600, minWidth: 128, textAlign: 'center' }}
    >
      {month}
    </Box>
    <IconButton aria-label={next} onClick={() => onStep(1)}>
      <ChevronRight />
    </IconButton>
    {children}
  </Box>
)
