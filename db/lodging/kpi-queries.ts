import {
  type KpiCounts,
  type KpiFigures,
  type KpiGrain,
  kpiFigures,
} from '../../domain/lodging/kpi.ts'
import type { CancellationReason } from '../../domain/lodging/cancellation-reason.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import type { Sql } from '../platform/sql.ts'

export type KpiQuestion = {
  readonly propertyId: string
  readonly from: LocalDate
  /** The last day, included. */
  readonly until: LocalDate
  readonly grain: KpiGrain
}
export type KpiPeriod = KpiFigures & {
  readonly from: LocalDate
}
export type Kpis = {
  readonly total: KpiFigures
  readonly periods: readonly KpiPeriod[]
  readonly byReason: readonly {
    readonly reasonCode: CancellationReason | null
    readonly rooms: number
  }[]
  readonly byTier: readonly { readonly feePercent: number | null; readonly rooms: number }[]
}

type Counted = Partial<KpiCounts> & { readonly from: LocalDate | null }

/** The period a day counts to, and the whole beside it: medians cannot be put together from parts. */
const BUCKET = 'date_trunc($4, day)::date as "from"'
const GROUPED = 'group by grouping sets ((date_trunc($4, day)::date), ())'
const WITHIN = 'property_id = $1 and day between $2 and $3'

const PARTS = [
  `select ${BUCKET}, coalesce(sum(offered), 0)::int as offered, coalesce(sum(sold), 0)::int as sold,
     coalesce(sum(revenue), 0)::bigint as revenue from kpi_days($1, $2, $3) ${GROUPED}`,
  `select ${BUCKET}, count(*) filter (where status <> 'no_show')::int as arrivals,
     count(*) filter (where status <> 'no_show' and came_before)::int as "returning",
     count(*) filter (where status = 'no_show')::int as "noShows",
     round(percentile_cont(0.5) within group (order by lead_days) filter (where status <> 'no_show') * 10) / 10 as "leadDays"
   from kpi_arrivals where ${WITHIN} ${GROUPED}`,
  `select ${BUCKET}, count(*)::int as cancelled from kpi_cancellations where ${WITHIN} ${GROUPED}`,
  `select ${BUCKET}, count(*)::int as decisions,
     round(percentile_cont(0.5) within group (order by minutes))::int as "decisionMinutes"
   from kpi_decisions where ${WITHIN} ${GROUPED}`,
]

const NOTHING: KpiCounts = {
  offered: 0,
  sold: 0,
  revenue: 0,
  arrivals: 0,
  returning: 0,
  noShows: 0,
  leadDays: null,
  cancelled: 0,
  decisions: 0,
  decisionMinutes: null,
}

/** The figures of a property between two days, by day or by month, and of the whole. */
export async function readKpis(sql: Sql, question: KpiQuestion): Promise<Kpis> {
  const { propertyId, from, until, grain } = question
  const period = [propertyId, from, until]
  const [byReason, byTier, ...parts] = await Promise.all([
    sql.rows<Kpis['byReason'][number]>(
      `select reason_code as "reasonCode", count(*)::int as rooms from kpi_cancellations
       where ${WITHIN} group by 1 order by 2 desc, 1`,
      period,
    ),
    sql.rows<Kpis['byTier'][number]>(
      `select fee_percent as "feePercent", count(*)::int as rooms from kpi_cancellations
       where ${WITHIN} group by 1 order by 1 nulls first`,
      period,
    ),
    ...PARTS.map((part) => sql.rows<Counted>(part, [...period, grain])),
  ])
  const byPeriod = new Map<LocalDate | null, KpiCounts>()
  for (const { from: begins, ...counts } of parts.flat())
    byPeriod.set(begins, { ...(byPeriod.get(begins) ?? NOTHING), ...counts })
  const periods = [...byPeriod].flatMap(([begins, counts]) =>
    begins === null ? [] : [{ from: begins, ...kpiFigures(counts) }],
  )
  return {
    total: kpiFigures(byPeriod.get(null) ?? NOTHING),
    periods: periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    byReason,
    byTier,
  }
}
