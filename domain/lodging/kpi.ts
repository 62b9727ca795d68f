import { DomainError } from '../platform/errors.ts'
import { daysBetween, type LocalDate } from './local-date.ts'

export const KPI_GRAINS = ['day', 'month'] as const
export type KpiGrain = (typeof KPI_GRAINS)[number]

/** What is counted in a period; everything else is made of it. Money in points, times in minutes and days. */
export type KpiCounts = {
  readonly offered: number
  readonly sold: number
  readonly revenue: number
  readonly arrivals: number
  readonly returning: number
  readonly noShows: number
  readonly leadDays: number | null
  readonly cancelled: number
  readonly decisions: number
  readonly decisionMinutes: number | null
}
export type KpiFigures = KpiCounts & {
  /** Shares from 0 to 1; null where there is nothing to divide by. */
  readonly occupancy: number | null
  readonly adr: number | null
  readonly revPar: number | null
  readonly returningShare: number | null
}

/** Occupancy = sold / offered, ADR = revenue / sold, RevPAR = revenue / offered (docs/kpis.md). */
export function kpiFigures(counts: KpiCounts): KpiFigures {
  const { offered, sold, revenue, arrivals, returning } = counts
  return {
    ...counts,
    occupancy: share(sold, offered),
    adr: sold > 0 ? Math.round(revenue / sold) : null,
    revPar: offered > 0 ? Math.round(revenue / offered) : null,
    returningShare: share(returning, arrivals),
  }
}

const SHARE_STEPS = 10_000

const share = (part: number, whole: number) =>
  whole > 0 ? Math.round((part / whole) * SHARE_STEPS) / SHARE_STEPS : null

/** How many days may be asked for at once: a year and a bit by day, five years by month. */
export const KPI_DAYS_MAX: Readonly<Record<KpiGrain, number>> = { day: 400, month: 1_830 }

/** @throws DomainError period_impossible for one that runs backwards or is too long */
export function assertKpiPeriod(from: LocalDate, until: LocalDate, grain: KpiGrain): void {
  const days = daysBetween(from, until) + 1
  const daysMax = KPI_DAYS_MAX[grain]
  // Asked as what must hold, so that what is no date at all is refused as well.
  const possible = days >= 1 && days <= daysMax
  if (!possible) throw new DomainError('period_impossible', { daysMax })
}
