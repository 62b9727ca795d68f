import Badge from '@mui/material/Badge'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { LinkBase, useLocation } from 'react-admin'
import { usePendingApprovals } from '../../approvals/use-pending-approvals.ts'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'
import { HEADER_HEIGHT } from './app-header.tsx'
import { type Destination, isCurrent, useDestinations } from './destinations.ts'

export const NavigationRail = () => {
  const t = useText()
  const destinations = useDestinations()
  return (
    <Box
      component="nav"
      aria-label={t('nav.main')}
      sx={{
        display: { xs: 'none', md: 'block' },
        position: 'sticky',
        top: HEADER_HEIGHT,
        width: 200,
        height: `calc(100dvh - ${HEADER_HEIGHT}px)`,
        flexShrink: 0,
        p: 1.5,
        borderRight: `1px solid ${dye.line}`,
        bgcolor: dye.paper,
      }}
    >
      {destinations.map((destination) => (
        <RailLink key={destination.path} {...destination} />
      ))}
    </Box>
  )
}

const RailLink = ({ path, label, icon: Icon }: Destination) => {
  const t = useText()
  const { pathname } = useLocation()
  const waiting = usePendingApprovals(path === '/approvals')
  const current = isCurrent(path, pathname)
  return (
    <ButtonBase
      component={LinkBase}
      to={path}
      aria-current={current ? 'page' : undefined}
      sx={{
        display: 'flex',
        justifyContent: 'flex-start',
        gap: 1.5,
        minHeight: 46,
        px: 1.5,
        mb: 0.5,
        borderRadius: 2,
        fontSize: '0.9375rem',
        fontWeight: current ? 700 : 500,
        color: current ? 'primary.main' : 'text.primary',
        bgcolor: current ? dye.indigoPale : 'transparent',
        '&:hover': { bgcolor: current ? dye.indigoPale : dye.washi },
      }}
    >
      <Icon fontSize="small" aria-hidden />
      <span>{t(label)}</span>
      {waiting > 0 ? (
        <Badge
          color="error"
          badgeContent={waiting}
          sx={{ ml: 'auto', mr: 1.5 }}
          aria-label={t('nav.pendingApprovals', { smart_count: waiting })}
          role="img"
        />
      ) : null}
    </ButtonBase>
  )
}
