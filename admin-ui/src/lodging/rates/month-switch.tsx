import Box from '@mui/material/Box'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import IconButton from '@mui/material/IconButton'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { intlLocale } from '../../platform/formats/day.ts'
import { addMonths } from './months.ts'

type MonthSwitchProps = { month: string; onChange: (month: string) => void }

/** One month at a time, back and forth. */
export const MonthSwitch = ({ month, onChange }: MonthSwitchProps) => {
  const t = useText()
  const locale = intlLocale(useUiLocale())
  const name = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
  return (
    <Box
      role="group"
      aria-label={t('nights.month')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <IconButton
        aria-label={t('nights.previousMonth')}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <Box
        component="span"
        aria-live="polite"
        sx={{ fontWeight: 600, minWidth: 128, textAlign: 'center' }}
      >
        {name}
      </Box>
      <IconButton aria-label={t('nights.nextMonth')} onClick={() => onChange(addMonths(month, 1))}>
        <ChevronRight />
      </IconButton>
    </Box>
  )
}
