import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { usePageTitle } from './use-page-title.ts'

type PageProps = {
  title: string
  /** Beside the title: a state, a switch. */
  aside?: ReactNode
  lead?: ReactNode
  back?: ReactNode
  actions?: ReactNode
  maxWidth?: number
  children: ReactNode
}

/** Every page: one h1, what can be done here, then the contents. */
export const Page = ({
  title,
  aside,
  lead,
  back,
  actions,
  maxWidth = 1280,
  children,
}: PageProps) => {
  usePageTitle(title)
  return (
    <Box sx={{ maxWidth, mx: 'auto' }}>
      {back}
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, rowGap: 1, mb: 2 }}
      >
        <Box sx={{ minWidth: 0, flex: '1 1 auto' }}>
          <Box
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, rowGap: 0.5 }}
          >
            <Typography variant="h1">{title}</Typography>
            {aside}
          </Box>
          {lead ? (
            <Typography variant="body2" color="text.secondary" component="div" sx={{ mt: 0.25 }}>
              {lead}
            </Typography>
          ) : null}
        </Box>
        {actions ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box> : null}
      </Box>
      {children}
    </Box>
  )
}
