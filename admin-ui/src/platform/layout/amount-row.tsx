import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type AmountRowProps = { amount: string; large?: boolean; children: ReactNode }

/** What it is about on the left, wrapping as it must; the amount on the right, never wrapping. */
export const AmountRow = ({ amount, large = false, children }: AmountRowProps) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2 }}>
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}
    >
      {children}
    </Box>
    <Box sx={{ fontWeight: large ? 700 : 600, fontSize: large ? '1.125rem' : '0.9375rem' }}>
      {amount}
    </Box>
  </Box>
)
