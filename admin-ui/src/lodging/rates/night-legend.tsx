import Box from '@mui/material/Box'
import { useText } from '../../platform/i18n/use-text.ts'
import { dye, tones } from '../../platform/themes/palette.ts'

/** What the colours mean. */
export const NightLegend = () => {
  const t = useText()
  const marks = [
    { paper: dye.vermilion, label: t('nights.whyNot.no_rate') },
    { paper: tones.quiet.paper, label: t('nights.legendStopped') },
    { paper: '#fbf0ea', label: t('nights.legendHoliday') },
    { paper: '#f0f4f8', label: t('nights.legendSaturday') },
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, rowGap: 0.5 }}>
      {marks.map(({ paper, label }) => (
        <Box
          key={label}
          component="span"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{
              width: 16,
              height: 16,
              borderRadius: '4px',
              bgcolor: paper,
              border: `1px solid ${dye.lineStrong}`,
            }}
          />
          {label}
        </Box>
      ))}
    </Box>
  )
}
