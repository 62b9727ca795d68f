import { intlLocale } from '../../platform/formats/day.ts'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { MonthStepper } from '../../platform/layout/month-stepper.tsx'
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
    <MonthStepper
      label={t('nights.month')}
      previous={t('nights.previousMonth')}
      next={t('nights.nextMonth')}
      month={name}
      onStep={(months) => onChange(addMonths(month, months))}
    />
  )
}
