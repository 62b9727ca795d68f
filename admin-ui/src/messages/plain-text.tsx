import Box from '@mui/material/Box'

/** Text as it was written, lines and spaces kept, long words broken. */
export const PlainText = ({ children, label }: { children: string; label: string }) => (
  <Box
    component="pre"
    role="region"
    aria-label={label}
    // It scrolls within itself, so the keyboard has to be able to reach it.
    tabIndex={0}
    sx={{
      m: 0,
      p: { xs: 2, sm: 2.5 },
      maxHeight: '80vh',
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: 'ui-monospace, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.7,
    }}
  >
    {children}
  </Box>
)
