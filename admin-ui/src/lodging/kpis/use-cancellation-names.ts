import { useText } from '../../platform/i18n/use-text.ts'
import { cancellationReasons } from '../cancellation-reasons.ts'

/** Reasons and tiers in words; what nobody said is said so. */
export const useCancellationNames = () => {
  const t = useText()
  return {
    reason: (code: string | null): string => {
      const known = cancellationReasons.find((one) => one === code)
      return known ? t(`cancellationReasons.${known}`) : t('kpis.noReason')
    },
    tier: (percent: number | null): string =>
      percent === null ? t('kpis.unpaid') : t('kpis.fee', { percent }),
  }
}
