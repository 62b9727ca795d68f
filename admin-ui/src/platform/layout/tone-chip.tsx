import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import { type ToneName, tones } from '../themes/palette.ts'

type ToneChipProps = { tone: ToneName; label: string; icon?: SvgIconComponent }

/** A state in words on its own colour: never by colour alone. */
export const ToneChip = ({ tone, label, icon: Icon }: ToneChipProps) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      alignItems: 'center',
      gap: 0.5,
      px: 1.25,
      py: 0.25,
      borderRadius: 99,
      fontSize: '0.8125rem',
      fontWeight: 600,
      lineHeight: 1.6,
      whiteSpace: 'nowrap',
      color: tones[tone].ink,
      bgcolor: tones[tone].paper,
      boxShadow: `inset 0 0 0 1px ${tones[tone].edge}66`,
    }}
  >
    {Icon ? <Icon aria-hidden sx={{ fontSize: 16 }} /> : null}
    {label}
  </Box>
)
