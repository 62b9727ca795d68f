import Button from '@mui/material/Button'
import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import { lazy, Suspense, useState } from 'react'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { Page } from '../../platform/layout/page.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { PageLoading } from '../../platform/states/page-loading.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { useBusinessDate } from '../use-business-date.ts'
import { KpiCards } from './kpi-cards.tsx'
import { MonthChoice } from './month-choice.tsx'
import { addMonths, lastDayOf, monthOf } from './months.ts'
import { useKpis } from './use-kpis.ts'

/** The charts bring a library of their own; the figures do not wait for it. */
const KpiCharts = lazy(() => import('./kpi-charts.tsx'))

const MONTHS = 12

export const KpisPage = () => (
  <RequirePermission of="kpi.read">
    <Kpis />
  </RequirePermission>
)

const Kpis = () => {
  const t = useText()
  const businessDate = useBusinessDate()
  const [chosen, setChosen] = useState<string | null>(null)
  const current = businessDate === null ? null : monthOf(businessDate)
  const month = chosen ?? current
  const { data: now, error, refetch } = useKpis(month === null ? null : daysOf(month))
  const { data: before } = useKpis(month === null ? null : daysOf(addMonths(month, -1)))
  const { data: year } = useKpis(month === null ? null : yearUntil(month))

  return (
    <Page
      title={t('kpis.title')}
      lead={t('kpis.lead')}
      maxWidth={1800}
      actions={
        month && current ? (
          <>
            <MonthChoice month={month} current={current} onChange={setChosen} />
            <CsvButton month={month} />
          </>
        ) : null
      }
    >
      {error && !now ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!now && !error ? <PageLoading /> : null}
      {now ? (
        <>
          <KpiCards now={now.total} before={before?.total} />
          <Suspense fallback={<PageLoading />}>
            <KpiCharts month={now} year={year} />
          </Suspense>
        </>
      ) : null}
    </Page>
  )
}

const daysOf = (month: string) => ({ from: month, until: lastDayOf(month), grain: 'day' as const })
const yearUntil = (month: string) => ({
  from: addMonths(month, 1 - MONTHS),
  until: lastDayOf(month),
  grain: 'month' as const,
})

const CsvButton = ({ month }: { month: string }) => {
  const t = useText()
  const language = useUiLocale()
  const propertyId = useProperty()?.id ?? ''
  const query = new URLSearchParams({ propertyId, ...daysOf(month), language })
  return (
    <Button
      variant="outlined"
      component="a"
      href={`/v1/kpis.csv?${query.toString()}`}
      startIcon={<DownloadOutlined />}
    >
      {t('kpis.csv')}
    </Button>
  )
}
