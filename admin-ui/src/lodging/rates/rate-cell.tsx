import Box from '@mui/material/Box'
import type { CalendarNight } from '../../api/records.ts'
import { intlLocale } from '../../platform/formats/day.ts'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'

/** A night's amount and, small, what made it; without a rate it says so. */
export const RateCell = ({ night }: { night: CalendarNight }) => {
  const t = useText()
  const numbers = new Intl.NumberFormat(intlLocale(useUiLocale()))
  if (night.amount === null) {
    return (
      <Box
        component="span"
        sx={{ fontWeight: 700, fontSize: { xs: '0.6875rem', sm: '0.8125rem' } }}
      >
        {t(`nights.short.${night.ruleKind}`)}
      </Box>
    )
  }
  return (
    <Box component="span" sx={{ display: 'block', lineHeight: 1.25 }}>
      <Box
        component="span"
        sx={{ fontWeight: 600, whiteSpace: 'nowrap', fontSize: { xs: '0.6875rem', sm: 'inherit' } }}
      >
        {numbers.format(night.amount)}
      </Box>
      <Box
        component="span"
        sx={{
          display: { xs: 'none', sm: 'block' },
          fontSize: '0.6875rem',
          color: 'inherit',
          minHeight: '1.25em',
        }}
      >
        {t(`nights.short.${night.ruleKind}`)}
      </Box>
    </Box>
  )
}
