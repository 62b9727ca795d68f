import Button from '@mui/material/Button'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { MonthStepper } from '../../platform/layout/month-stepper.tsx'
import { addMonths } from './months.ts'

type MonthChoiceProps = { month: string; current: string; onChange: (month: string) => void }

/** Month by month; the one the house is in is one tap away. */
export const MonthChoice = ({ month, current, onChange }: MonthChoiceProps) => {
  const t = useText()
  const { day } = useFormats()
  return (
    <MonthStepper
      label={t('kpis.month')}
      previous={t('kpis.previousMonth')}
      next={t('kpis.nextMonth')}
      month={day(month, 'month')}
      onStep={(months) => onChange(addMonths(month, months))}
    >
      <Button
        size="small"
        variant="outlined"
        disabled={month === current}
        onClick={() => onChange(current)}
      >
        {t('kpis.thisMonth')}
      </Button>
    </MonthStepper>
  )
}
