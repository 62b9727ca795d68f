import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Abbreviations for the eye, a whole sentence for the ear. */
export const SpokenCell = ({ said, children }: { said: string; children: ReactNode }) => (
  <>
    <Box
      component="span"
      sx={{
        position: 'absolute',
        width: 1,
        height: 1,
        maxWidth: '1px',
        maxHeight: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {said}
    </Box>
    <span aria-hidden>{children}</span>
  </>
)
