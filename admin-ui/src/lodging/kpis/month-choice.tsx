import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import IconButton from '@mui/material/IconButton'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { addMonths } from './months.ts'

type MonthChoiceProps = { month: string; current: string; onChange: (month: string) => void }

/** Month by month; the one the house is in is one tap away. */
export const MonthChoice = ({ month, current, onChange }: MonthChoiceProps) => {
  const t = useText()
  const { day } = useFormats()
  return (
    <Box
      role="group"
      aria-label={t('kpis.month')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <IconButton
        aria-label={t('kpis.previousMonth')}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <Box
        component="span"
        aria-live="polite"
        sx={{ fontWeight: 600, minWidth: 104, textAlign: 'center' }}
      >
        {day(month, 'month')}
      </Box>
      <IconButton aria-label={t('kpis.nextMonth')} onClick={() => onChange(addMonths(month, 1))}>
        <ChevronRight />
      </IconButton>
      <Button
        size="small"
        variant="outlined"
        disabled={month === current}
        onClick={() => onChange(current)}
      >
        {t('kpis.thisMonth')}
      </Button>
    </Box>
  )
}
