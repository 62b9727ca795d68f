import AppBar from '@mui/material/AppBar'
import Box from '@mui/material/Box'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import { HouseClock } from '../clock/house-clock.tsx'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'
import { AccountMenu } from './account-menu.tsx'
import { BrandMark } from './brand-mark.tsx'
import { PropertySwitch } from './property-switch.tsx'

export const HEADER_HEIGHT = 60

export const AppHeader = () => {
  const t = useText()
  return (
    <AppBar
      position="sticky"
      elevation={0}
      sx={{ bgcolor: dye.paper, color: 'text.primary', borderBottom: `1px solid ${dye.line}` }}
    >
      <Toolbar
        disableGutters
        sx={{
          gap: { xs: 0.5, sm: 1.5 },
          px: { xs: 1.5, sm: 2.5 },
          minHeight: { xs: HEADER_HEIGHT },
        }}
      >
        <BrandMark />
        <Typography
          component="span"
          sx={{ display: { xs: 'none', sm: 'block' }, fontWeight: 700, letterSpacing: '0.12em' }}
        >
          {t('brand.name')}
        </Typography>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <PropertySwitch />
        </Box>
        <HouseClock />
        <AccountMenu />
      </Toolbar>
    </AppBar>
  )
}
