import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useText } from '../platform/i18n/use-text.ts'
import type { View } from './room-groups.ts'

const VIEWS: View[] = ['mine', 'floor', 'cleaner']

export const ViewSwitch = ({ view, onView }: { view: View; onView: (view: View) => void }) => {
  const t = useText()
  return (
    <ToggleButtonGroup
      exclusive
      fullWidth
      value={view}
      aria-label={t('housekeeping.views.label')}
      onChange={(_, chosen: View | null) => chosen && onView(chosen)}
      sx={{ mb: 2, maxWidth: { sm: 480 }, bgcolor: 'background.paper' }}
    >
      {VIEWS.map((one) => (
        <ToggleButton key={one} value={one} sx={{ minHeight: 48 }}>
          {t(`housekeeping.views.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
