import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { NightCalendar } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { dye } from '../../platform/themes/palette.ts'
import { chosenRange } from './chosen-range.ts'
import type { Selection } from './night-selection.ts'

type SelectionBarProps = {
  calendar: NightCalendar
  selection: Selection
  onEdit: () => void
  onClear: () => void
}

/** What is chosen and what can be done with it, always in sight. */
export const SelectionBar = ({ calendar, selection, onEdit, onClear }: SelectionBarProps) => {
  const t = useText()
  const { day, days } = useFormats()
  const { roomTypeIds, fromNight, untilNight } = chosenRange(calendar, selection)
  return (
    <Box
      role="status"
      sx={{
        position: 'sticky',
        bottom: { xs: 76, md: 16 },
        zIndex: 5,
        mt: 2,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1.25,
        bgcolor: dye.indigoPale,
        border: `1px solid ${dye.indigo}`,
        borderRadius: '12px',
      }}
    >
      <Box component="span" sx={{ flex: '1 1 200px', fontWeight: 600 }}>
        {t('rates.chosen', {
          range: fromNight === untilNight ? day(fromNight) : days(fromNight, untilNight),
          smart_count: roomTypeIds.length,
        })}
      </Box>
      <Button onClick={onClear}>{t('rates.clearSelection')}</Button>
      <Button variant="contained" onClick={onEdit}>
        {t('rates.edit')}
      </Button>
    </Box>
  )
}
