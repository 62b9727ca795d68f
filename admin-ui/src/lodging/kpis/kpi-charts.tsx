import Box from '@mui/material/Box'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Kpis } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { dye } from '../../platform/themes/palette.ts'
import { ChartSection } from './chart-section.tsx'
import { useCancellationNames } from './use-cancellation-names.ts'
import { useKpiFormats } from './use-kpi-formats.ts'

const MARGIN = { top: 8, right: 12, bottom: 0, left: 4 }
const PLAIN = { isAnimationActive: false }
const TICK = { fontSize: 12, fill: dye.inkSoft }

type KpiChartsProps = { month: Kpis; year: Kpis | undefined }

/** Four pictures; every one of them can be read as a table. */
const KpiCharts = ({ month, year }: KpiChartsProps) => (
  <Box
    sx={{
      display: 'grid',
      columnGap: 2,
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      alignItems: 'start',
    }}
  >
    <OccupancyChart kpis={month} />
    <PriceChart kpis={month} />
    {year ? <YearChart kpis={year} /> : null}
    <CancellationChart kpis={month} />
  </Box>
)
export default KpiCharts

const asPercent = (share: number) => `${Math.round(share * 100)}%`

const OccupancyChart = ({ kpis }: { kpis: Kpis }) => {
  const t = useText()
  const { day } = useFormats()
  const { percent, number } = useKpiFormats()
  const rows = kpis.periods.map((one) => [
    day(one.from),
    percent(one.occupancy),
    number(one.sold),
    number(one.offered),
  ])
  return (
    <ChartSection
      title={t('kpis.charts.occupancy')}
      columns={[
        t('kpis.day'),
        t('kpis.figures.occupancy'),
        t('kpis.figures.sold'),
        t('kpis.figures.offered'),
      ]}
      rows={rows}
      empty={kpis.total.sold === 0}
    >
      <BarChart data={kpis.periods} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={dye.line} />
        <XAxis dataKey="from" tickFormatter={dayOfMonth} tick={TICK} tickLine={false} />
        <YAxis domain={[0, 1]} tickFormatter={asPercent} tick={TICK} width={44} tickLine={false} />
        <Tooltip
          formatter={(value) => percent(Number(value))}
          labelFormatter={(from) => (typeof from === 'string' ? day(from) : null)}
        />
        <Bar {...PLAIN} dataKey="occupancy" name={t('kpis.figures.occupancy')} fill={dye.indigo} />
      </BarChart>
    </ChartSection>
  )
}

const PriceChart = ({ kpis }: { kpis: Kpis }) => {
  const t = useText()
  const { day } = useFormats()
  const { points, number } = useKpiFormats()
  const rows = kpis.periods.map((one) => [
    day(one.from),
    points(one.adr),
    points(one.revPar),
    points(one.revenue),
  ])
  return (
    <ChartSection
      title={t('kpis.charts.price')}
      columns={[
        t('kpis.day'),
        t('kpis.figures.adr'),
        t('kpis.figures.revPar'),
        t('kpis.figures.revenue'),
      ]}
      rows={rows}
      empty={kpis.total.sold === 0}
    >
      <LineChart data={kpis.periods} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={dye.line} />
        <XAxis dataKey="from" tickFormatter={dayOfMonth} tick={TICK} tickLine={false} />
        <YAxis
          tickFormatter={(value) => number(Number(value))}
          tick={TICK}
          width={60}
          tickLine={false}
        />
        <Tooltip
          formatter={(value) => points(Number(value))}
          labelFormatter={(from) => (typeof from === 'string' ? day(from) : null)}
        />
        <Legend />
        <Line
          {...PLAIN}
          dataKey="adr"
          name={t('kpis.figures.adr')}
          stroke={dye.indigo}
          strokeWidth={2}
          dot={{ r: 3 }}
          connectNulls
        />
        <Line
          {...PLAIN}
          dataKey="revPar"
          name={t('kpis.figures.revPar')}
          stroke={dye.vermilion}
          strokeWidth={2}
          strokeDasharray="6 3"
          dot={false}
        />
      </LineChart>
    </ChartSection>
  )
}

const YearChart = ({ kpis }: { kpis: Kpis }) => {
  const t = useText()
  const { day } = useFormats()
  const { percent, points } = useKpiFormats()
  const rows = kpis.periods.map((one) => [
    day(one.from, 'month'),
    percent(one.occupancy),
    points(one.revPar),
    percent(one.returningShare),
  ])
  return (
    <ChartSection
      title={t('kpis.charts.year')}
      columns={[
        t('kpis.month'),
        t('kpis.figures.occupancy'),
        t('kpis.figures.revPar'),
        t('kpis.figures.returningShare'),
      ]}
      rows={rows}
      empty={kpis.total.sold === 0}
    >
      <BarChart data={kpis.periods} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={dye.line} />
        <XAxis dataKey="from" tickFormatter={numberOfMonth} tick={TICK} tickLine={false} />
        <YAxis domain={[0, 1]} tickFormatter={asPercent} tick={TICK} width={44} tickLine={false} />
        <Tooltip
          formatter={(value) => percent(Number(value))}
          labelFormatter={(from) => (typeof from === 'string' ? day(from, 'month') : null)}
        />
        <Legend />
        <Bar {...PLAIN} dataKey="occupancy" name={t('kpis.figures.occupancy')} fill={dye.indigo} />
        <Bar
          {...PLAIN}
          dataKey="returningShare"
          name={t('kpis.figures.returningShare')}
          fill={dye.pine}
        />
      </BarChart>
    </ChartSection>
  )
}

const CancellationChart = ({ kpis }: { kpis: Kpis }) => {
  const t = useText()
  const { number } = useKpiFormats()
  const { reason, tier } = useCancellationNames()
  const reasons = kpis.byReason.map((one) => ({ name: reason(one.reasonCode), rooms: one.rooms }))
  const tiers = kpis.byTier.map((one) => [tier(one.feePercent), number(one.rooms)])
  return (
    <ChartSection
      title={t('kpis.charts.cancellations')}
      columns={[t('kpis.reasonOrFee'), t('kpis.figures.cancelled')]}
      rows={[...reasons.map((one) => [one.name, number(one.rooms)]), ...tiers]}
      empty={reasons.length === 0}
    >
      <BarChart data={reasons} layout="vertical" margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid horizontal={false} stroke={dye.line} />
        <XAxis type="number" allowDecimals={false} tick={TICK} tickLine={false} />
        <YAxis type="category" dataKey="name" tick={TICK} width={120} tickLine={false} />
        <Tooltip />
        <Bar {...PLAIN} dataKey="rooms" name={t('kpis.figures.cancelled')} fill={dye.vermilion} />
      </BarChart>
    </ChartSection>
  )
}

const dayOfMonth = (from: string) => String(Number(from.slice(8)))
const numberOfMonth = (from: string) => String(Number(from.slice(5, 7)))
