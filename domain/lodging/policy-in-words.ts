import type { Language } from '../platform/errors.ts'
import type { CancellationPolicy } from './cancellation-policy.ts'

/** When, and what share of the price is kept then. */
export type PolicyRow = { readonly when: string; readonly fee: string }

/** A cancellation policy as a guest reads it, from the earliest moment to the day of arrival. */
export function policyInWords({ tiers }: CancellationPolicy, language: Language): PolicyRow[] {
  const rows: PolicyRow[] = []
  const [first] = tiers
  if (first && first.feePercent > 0)
    rows.push({ when: until(first.daysBefore + 1, language), fee: feeInWords(0, language) })
  tiers.forEach((tier, index) => {
    const next = tiers[index + 1]
    const last = next ? next.daysBefore + 1 : 0
    const isFromTheBeginning = index === 0 && tier.feePercent === 0
    const when = isFromTheBeginning
      ? until(last, language)
      : between(tier.daysBefore, last, language)
    rows.push({ when, fee: feeInWords(tier.feePercent, language) })
  })
  return rows
}

function dayBefore(days: number, language: Language): string {
  if (language === 'ja') return days === 0 ? '当日' : days === 1 ? '前日' : `${days}日前`
  if (days === 0) return 'the day of arrival'
  return days === 1 ? 'the day before arrival' : `${days} days before arrival`
}

const until = (days: number, language: Language) =>
  language === 'ja' ? `${dayBefore(days, language)}まで` : `Until ${dayBefore(days, language)}`

function between(from: number, last: number, language: Language): string {
  if (from === last) {
    const day = dayBefore(from, language)
    return language === 'ja' ? day : `On ${day}`
  }
  return language === 'ja'
    ? `${dayBefore(from, language)}から${dayBefore(last, language)}まで`
    : `From ${from} days before arrival to ${dayBefore(last, language)}`
}

function feeInWords(percent: number, language: Language): string {
  if (percent === 0) return language === 'ja' ? '無料' : 'Free'
  return language === 'ja' ? `宿泊料金の${percent}%` : `${percent}% of the price`
}
