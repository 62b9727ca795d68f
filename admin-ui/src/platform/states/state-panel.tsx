import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'

type StatePanelProps = {
  icon: SvgIconComponent
  title: string
  body?: string
  action?: ReactNode
  role?: 'status' | 'alert'
  /** It is all there is on the page, so its title is the page's. */
  isPage?: boolean
}

/** What a page shows instead of its contents: empty, failed, forbidden, missing. */
export const StatePanel = ({
  icon: Icon,
  title,
  body,
  action,
  role = 'status',
  isPage = false,
}: StatePanelProps) => (
  <Box
    role={role}
    sx={{
      display: 'grid',
      justifyItems: 'center',
      textAlign: 'center',
      gap: 1,
      px: 2,
      py: { xs: 6, sm: 9 },
    }}
  >
    <Box
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 64,
        height: 64,
        borderRadius: '50%',
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        mb: 1,
      }}
    >
      <Icon aria-hidden />
    </Box>
    <Typography variant="h2" component={isPage ? 'h1' : 'p'}>
      {title}
    </Typography>
    {body ? (
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ maxWidth: 420, textWrap: 'balance', wordBreak: 'auto-phrase' }}
      >
        {body}
      </Typography>
    ) : null}
    {action ? <Box sx={{ mt: 2 }}>{action}</Box> : null}
  </Box>
)
