import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

type SectionProps = {
  title: string
  help?: string
  aside?: ReactNode
  flush?: boolean
  children: ReactNode
}

/** A titled sheet of paper on the page. `flush` lets tables reach its edges. */
export const Section = ({ title, help, aside, flush = false, children }: SectionProps) => {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 2 }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: { xs: 2, sm: 2.5 },
          pt: 2,
        }}
      >
        <Typography variant="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
        {help ? (
          <Typography variant="caption" color="text.secondary" sx={{ flexBasis: '100%' }}>
            {help}
          </Typography>
        ) : null}
      </Box>
      <Box sx={{ px: flush ? 0 : { xs: 2, sm: 2.5 }, pt: 1.5, pb: flush ? 0.5 : 2.5 }}>
        {children}
      </Box>
    </Card>
  )
}
