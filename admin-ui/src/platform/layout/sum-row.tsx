import Box from '@mui/material/Box'

type SumRowProps = { label: string; value: string; strong?: boolean; colour?: string }

/** A label and an amount on one line, amounts aligned. */
export const SumRow = ({ label, value, strong = false, colour = 'inherit' }: SumRowProps) => (
  <Box
    sx={{
      display: 'flex',
      alignItems: 'baseline',
      gap: 2,
      py: 0.5,
      color: colour,
      fontWeight: strong ? 700 : 400,
      fontSize: strong ? '1.0625rem' : '0.9375rem',
    }}
  >
    <span>{label}</span>
    <Box component="span" sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
      {value}
    </Box>
  </Box>
)
