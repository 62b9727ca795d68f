import Badge from '@mui/material/Badge'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { LinkBase, useLocation } from 'react-admin'
import { usePendingApprovals } from '../../approvals/use-pending-approvals.ts'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'
import { type Destination, isCurrent, useDestinations } from './destinations.ts'

const PLACES = 5

/** On a phone the menu is under the thumb. What does not fit is in the account menu. */
export const BottomNavigation = () => {
  const t = useText()
  const destinations = useDestinations().slice(0, PLACES)
  return (
    <Box
      component="nav"
      aria-label={t('nav.main')}
      sx={{
        display: { xs: 'grid', md: 'none' },
        gridTemplateColumns: `repeat(${destinations.length}, minmax(0, 1fr))`,
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        bgcolor: dye.paper,
        borderTop: `1px solid ${dye.line}`,
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      {destinations.map((destination) => (
        <BarLink key={destination.path} {...destination} />
      ))}
    </Box>
  )
}

const BarLink = ({ path, label, icon: Icon }: Destination) => {
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
        display: 'grid',
        justifyItems: 'center',
        gap: 0.25,
        alignContent: 'center',
        minHeight: 62,
        pt: 0.75,
        px: 0.5,
        fontSize: '0.75rem',
        fontWeight: current ? 700 : 500,
        color: current ? 'primary.main' : 'text.secondary',
        boxShadow: current ? `inset 0 3px 0 ${dye.indigo}` : 'none',
        '&.Mui-focusVisible': { outlineOffset: -3 },
      }}
    >
      <Badge color="error" badgeContent={waiting} aria-hidden>
        <Icon fontSize="small" />
      </Badge>
      <span>{t(label)}</span>
    </ButtonBase>
  )
}
