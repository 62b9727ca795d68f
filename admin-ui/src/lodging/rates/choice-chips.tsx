import Box from '@mui/material/Box'
import FormLabel from '@mui/material/FormLabel'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useId } from 'react'
import { dye } from '../../platform/themes/palette.ts'

type ChoiceChipsProps = {
  label: string
  choices: { value: string; label: string }[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Any number out of a few, each a touch away. */
export const ChoiceChips = ({ label, choices, chosen, onChange }: ChoiceChipsProps) => {
  const id = useId()
  return (
    <Box>
      <FormLabel id={id} sx={{ display: 'block', mb: 0.75 }}>
        {label}
      </FormLabel>
      <ToggleButtonGroup
        aria-labelledby={id}
        value={chosen}
        onChange={(_, values: string[]) => onChange(values)}
        sx={{ flexWrap: 'wrap', gap: 0.75 }}
      >
        {choices.map((choice) => (
          <ToggleButton
            key={choice.value}
            value={choice.value}
            sx={{
              minHeight: 40,
              minWidth: 44,
              px: 1.5,
              py: 0.5,
              textTransform: 'none',
              color: dye.ink,
              bgcolor: '#ffffff',
              border: `1px solid ${dye.lineStrong} !important`,
              borderRadius: '8px !important',
              m: '0 !important',
              '&.Mui-selected, &.Mui-selected:hover': { bgcolor: dye.indigo, color: '#ffffff' },
            }}
          >
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}
