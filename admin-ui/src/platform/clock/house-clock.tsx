import AccessTime from '@mui/icons-material/AccessTime'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats } from '../formats/use-formats.ts'
import { useText } from '../i18n/use-text.ts'
import { usePermission, useSession } from '../session/use-session.ts'
import { dye } from '../themes/palette.ts'
import { AdvanceClock } from './advance-clock.tsx'
import { clockQuery } from './clock-query.ts'
import { useHouseNow } from './use-house-now.ts'

/** In a demo or a training house time is a setting, so it is on the screen. */
export const HouseClock = () => {
  const t = useText()
  const { day, moment, timeZone, span } = useFormats()
  const now = new Date(useHouseNow()).toISOString()
  const house = useSession()?.house
  const { data: clock } = useQuery({
    ...clockQuery,
    enabled: house !== undefined && house !== 'production',
  })
  const mayAdvance = usePermission('clock.advance')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!clock) return null
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(now))

  return (
    <>
      <Button
        color="inherit"
        aria-label={t('clock.label', { time: moment(now, 'full') })}
        aria-haspopup="dialog"
        startIcon={<AccessTime fontSize="small" />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ bgcolor: dye.washi, px: 1.25, minWidth: 0 }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, mr: 1 }}>
          {day(today)}
        </Box>
        {moment(now, 'time')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-labelledby': 'house-clock-title', elevation: 6 },
        }}
      >
        <Box sx={{ p: 2.5, maxWidth: 320 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
            <Typography variant="h2" id="house-clock-title">
              {t('clock.title')}
            </Typography>
            <Chip size="small" label={t('clock.demo')} />
          </Box>
          <Typography sx={{ fontSize: '1.0625rem', fontWeight: 600, mb: 1 }}>
            {moment(now, 'full')}
          </Typography>
          {clock.offsetMs > 0 ? (
            <Typography variant="body2" sx={{ mb: 1 }}>
              {t('clock.moved', { span: span(clock.offsetMs) })}
            </Typography>
          ) : null}
          <Typography variant="body2" color="text.secondary">
            {t(clock.movable ? 'clock.lead' : 'clock.readOnly')}
          </Typography>
          {clock.movable && mayAdvance ? (
            <AdvanceClock
              aheadOfBrowserMs={clock.aheadOfBrowserMs}
              onDone={() => setAnchor(null)}
            />
          ) : null}
        </Box>
      </Popover>
    </>
  )
}
