import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useIsLive } from '../../events.ts'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'

/** Whether changes of others arrive at once. */
export const LiveIndicator = () => {
  const t = useText()
  const live = useIsLive()
  const colour = live ? dye.pine : dye.gold
  return (
    <Tooltip title={t('live.hint')}>
      <Box
        component="span"
        role="status"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          fontSize: '0.8125rem',
          color: colour,
        }}
      >
        <Box
          component="span"
          aria-hidden
          sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: colour }}
        />
        {t(live ? 'live.on' : 'live.off')}
      </Box>
    </Tooltip>
  )
}
