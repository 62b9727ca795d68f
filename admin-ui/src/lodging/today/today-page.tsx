import Box from '@mui/material/Box'
import { lazy, type ReactNode } from 'react'
import type { Today } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { LiveIndicator } from '../../platform/layout/live-indicator.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { Board } from '../board.tsx'
import { Arrivals, ArrivalRooms } from './arrivals.tsx'
import { Departures, InHouse } from './departures.tsx'
import { TodayApprovals, TodayCases, TodayPayments } from './waiting.tsx'
import { TodayLoading } from './today-loading.tsx'
import { TodayTotals } from './today-totals.tsx'
import { useToday } from './use-today.ts'

const Housekeeping = lazy(() =>
  import('../../housekeeping/housekeeping-page.tsx').then((page) => ({
    default: page.Housekeeping,
  })),
)

/** The first screen. Whoever has no day at the desk begins at the rooms to clean, or at all of them. */
export const Home = () => {
  const hasDesk = usePermission('today.read')
  const cleans = usePermission('cleaning.work')
  if (hasDesk) return <TodayPage />
  return cleans ? <Housekeeping /> : <Board />
}

const TodayPage = () => {
  const t = useText()
  const { day } = useFormats()
  const { data: today, error, refetch } = useToday()
  return (
    <Page
      title={t('today.title')}
      aside={<LiveIndicator />}
      lead={today ? day(today.businessDate, 'long') : undefined}
      maxWidth={2000}
    >
      {error && !today ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!today && !error ? <TodayLoading /> : null}
      {today ? <Day today={today} /> : null}
    </Page>
  )
}

/** One column in one hand; two at a desk; three on a wall. */
const Day = ({ today }: { today: Today }) => (
  <>
    <TodayTotals today={today} />
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        alignItems: 'start',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gridTemplateRows: 'auto auto 1fr',
        gridTemplateAreas: '"coming" "inside" "waiting"',
        '@media (min-width: 1100px)': {
          gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
          gridTemplateRows: 'auto 1fr',
          gridTemplateAreas: '"coming waiting" "inside waiting"',
        },
        '@media (min-width: 1700px)': {
          gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
          gridTemplateRows: 'auto',
          gridTemplateAreas: '"coming inside waiting"',
        },
      }}
    >
      <Area name="coming">
        <Arrivals today={today} />
        <ArrivalRooms today={today} />
      </Area>
      <Area name="inside">
        <Departures today={today} />
        <InHouse today={today} />
      </Area>
      <Area name="waiting">
        <TodayPayments payments={today.payments} />
        <TodayApprovals approvals={today.approvals} />
        <TodayCases cases={today.cases} total={today.counts.cases} />
      </Area>
    </Box>
  </>
)

const Area = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box sx={{ gridArea: name, minWidth: 0 }}>{children}</Box>
)
