import Button from '@mui/material/Button'
import type { SvgIconComponent } from '@mui/icons-material'

type VerbButtonProps = {
  label: string
  /** What it acts on, for those who do not see where the button stands. */
  about: string
  icon: SvgIconComponent
  compact: boolean
  tone?: 'primary' | 'error'
  strong?: boolean
  onClick: () => void
}

/** The button of a verb: small on a tile, full size on a page. */
export const VerbButton = ({
  label,
  about,
  icon: Icon,
  compact,
  tone = 'primary',
  strong = true,
  onClick,
}: VerbButtonProps) => (
  <Button
    color={tone}
    variant={strong && !compact ? 'contained' : 'outlined'}
    size={compact ? 'small' : 'medium'}
    fullWidth={compact}
    startIcon={<Icon />}
    aria-label={`${label} ${about}`}
    onClick={onClick}
    sx={compact ? { px: 0.75, bgcolor: 'background.paper' } : {}}
  >
    {label}
  </Button>
)
