import { Type } from 'typebox'
import { CANCELLATION_REASONS } from '../../domain/lodging/cancellation-reason.ts'
import { assertKpiPeriod, KPI_GRAINS } from '../../domain/lodging/kpi.ts'
import { readKpis } from '../../db/lodging/kpi-queries.ts'
import { belongingOf } from '../platform/belongings.ts'
import { csvOf } from '../platform/csv.ts'
import { download, query } from '../platform/route.ts'
import { Id, LocalDate, OrNull, Points, Shape } from '../platform/schemas.ts'
import { kpiCells, kpiHeadings } from './kpi-columns.ts'

const Share = (description: string) => OrNull(Type.Number({ minimum: 0, maximum: 1, description }))
const Count = (description: string) => Type.Integer({ minimum: 0, description })

const FIGURES = {
  offered: Count('Room-nights on offer.'),
  sold: Count('Room-nights sold.'),
  revenue: Points,
  occupancy: Share('sold / offered'),
  adr: OrNull(Type.Integer({ description: 'revenue / sold' })),
  revPar: OrNull(Type.Integer({ description: 'revenue / offered' })),
  arrivals: Count('Rooms whose stay begins.'),
  leadDays: OrNull(Type.Number({ description: 'Median days from order to arrival.' })),
  returning: Count('Arrivals of members who stayed before.'),
  returningShare: Share('returning / arrivals'),
  noShows: Count('Rooms whose guests did not come.'),
  cancelled: Count('Rooms given up.'),
  decisions: Count('Requests approved or rejected.'),
  decisionMinutes: OrNull(
    Type.Integer({ description: 'Median minutes from request to decision.' }),
  ),
}
const Figures = Shape(FIGURES, { title: 'KpiFigures' })
const Period = Shape({ from: LocalDate, ...FIGURES }, { title: 'KpiPeriod' })

const Wish = {
  propertyId: Id,
  from: LocalDate,
  until: Type.String({ format: 'date', description: 'The last day, included.' }),
  grain: Type.Enum([...KPI_GRAINS], { default: 'day' }),
}

export const kpisRoute = query({
  method: 'get',
  path: '/v1/kpis',
  operationId: 'getKpis',
  tag: 'lodging',
  permission: 'kpi.read',
  summary:
    'Occupancy, ADR, RevPAR, lead time, cancellations, decisions, returning guests (docs/kpis.md)',
  query: Shape(Wish),
  problems: ['period_impossible'],
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    total: Figures,
    periods: Type.Array(Period),
    byReason: Type.Array(
      Shape({ reasonCode: OrNull(Type.Enum([...CANCELLATION_REASONS])), rooms: Type.Integer() }),
    ),
    byTier: Type.Array(
      Shape({
        feePercent: OrNull(Type.Integer({ description: 'Null: nothing had been paid.' })),
        rooms: Type.Integer(),
      }),
    ),
  }),
  async handle({ sql }, { query: wish }) {
    assertKpiPeriod(wish.from, wish.until, wish.grain)
    return readKpis(sql, wish)
  },
})

export const kpisCsvRoute = download({
  path: '/v1/kpis.csv',
  operationId: 'getKpisCsv',
  tag: 'lodging',
  permission: 'kpi.read',
  summary: 'The same figures as a table for spreadsheets',
  query: Shape({
    ...Wish,
    language: Type.Optional(
      Type.Enum(['ja', 'en'], { description: 'Without it, by Accept-Language.' }),
    ),
  }),
  problems: ['period_impossible'],
  media: ['text/csv; charset=utf-8'],
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  async handle({ sql }, { query: wish, language: spoken }) {
    assertKpiPeriod(wish.from, wish.until, wish.grain)
    const { periods, total } = await readKpis(sql, wish)
    const language = wish.language ?? spoken
    const [first, whole] = language === 'ja' ? ['期間の始まり', '合計'] : ['Period from', 'Total']
    const bytes = csvOf([
      [first, ...kpiHeadings(language)],
      ...periods.map(({ from, ...figures }) => [from, ...kpiCells(figures)]),
      [whole, ...kpiCells(total)],
    ])
    const fileName = `kpi-${wish.from}-${wish.until}.csv`
    return { bytes, fileName, mediaType: 'text/csv; charset=utf-8', inline: false }
  },
})

export const kpiRoutes = [kpisRoute, kpisCsvRoute]
