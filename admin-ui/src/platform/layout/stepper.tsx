import Add from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Remove from '@mui/icons-material/Remove'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'

type StepperProps = {
  label: string
  /** The full name, with what is counted, for those who cannot see where it stands. */
  name: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A small number with a button on either side, large enough for a thumb. */
export const Stepper = ({ label, name, value, min, max, onChange }: StepperProps) => {
  const t = useText()
  return (
    <Box role="group" aria-label={name} sx={{ display: 'grid', justifyItems: 'center' }}>
      <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
        {label}
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          border: `1px solid ${dye.lineStrong}`,
          borderRadius: 99,
          bgcolor: '#ffffff',
        }}
      >
        <IconButton
          aria-label={t('actions.decrease')}
          disabled={value <= min}
          onClick={() => onChange(value - 1)}
        >
          <Remove fontSize="small" />
        </IconButton>
        <Box
          component="output"
          aria-live="polite"
          sx={{ minWidth: 24, textAlign: 'center', fontWeight: 700 }}
        >
          {value}
        </Box>
        <IconButton
          aria-label={t('actions.increase')}
          disabled={value >= max}
          onClick={() => onChange(value + 1)}
        >
          <Add fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  )
}
