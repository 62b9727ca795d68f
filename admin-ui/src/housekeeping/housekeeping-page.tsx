import Alert from '@mui/material/Alert'
import { useState } from 'react'
import type { Housekeeping as Day } from '../api/records.ts'
import { useIsLive } from '../events.ts'
import { BoardDate } from '../lodging/board-date.tsx'
import { BoardLoading } from '../lodging/board-loading.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { LiveIndicator } from '../platform/layout/live-indicator.tsx'
import { Page } from '../platform/layout/page.tsx'
import { useProperty } from '../platform/session/use-property.ts'
import { useSession } from '../platform/session/use-session.ts'
import { Failure } from '../platform/states/failure.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { ProgressLine } from './progress-line.tsx'
import type { View } from './room-groups.ts'
import { RoomProblems } from './room-problems.tsx'
import { HousekeepingRooms } from './rooms.tsx'
import { SettingsButton } from './settings-button.tsx'
import { useHousekeeping } from './use-housekeeping.ts'
import { ViewSwitch } from './view-switch.tsx'

export const Housekeeping = () => (
  <RequirePermission of="cleaning.read">
    <HousekeepingPage />
  </RequirePermission>
)

/** The day's rooms in one hand on a phone, by floor in a table at the desk. */
const HousekeepingPage = () => {
  const t = useText()
  const property = useProperty()
  const [date, setDate] = useState<string | null>(null)
  const { data: day, error, refetch } = useHousekeeping(date)
  const propertyId = property?.id ?? ''
  return (
    <Page
      title={t('housekeeping.title')}
      maxWidth={1600}
      aside={<LiveIndicator />}
      actions={
        day ? (
          <>
            <BoardDate board={day} onChange={setDate} />
            {day.settings.allowedActions.includes('edit') ? (
              <SettingsButton propertyId={propertyId} settings={day.settings} />
            ) : null}
          </>
        ) : null
      }
    >
      {error && !day ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!day && !error ? <BoardLoading /> : null}
      {day ? (
        <>
          <Offline lost={error !== null} />
          <DayOfRooms key={day.date} day={day} propertyId={propertyId} />
        </>
      ) : null}
    </Page>
  )
}

/** In a cellar corridor there is no signal: what is on screen may be old, and says so. */
const Offline = ({ lost }: { lost: boolean }) => {
  const t = useText()
  const isLive = useIsLive()
  if (!lost || isLive) return null
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2 }}>
      {t('housekeeping.offline')}
    </Alert>
  )
}

const DayOfRooms = ({ day, propertyId }: { day: Day; propertyId: string }) => {
  const me = useSession()?.actor.id
  const mine = day.rooms.filter(({ assignedTo }) => assignedTo === me)
  const [chosen, setChosen] = useState<View | null>(null)
  const view = chosen ?? (mine.length > 0 ? 'mine' : 'floor')
  const rooms = view === 'mine' ? mine : day.rooms
  return (
    <>
      <ProgressLine rooms={rooms} />
      <ViewSwitch view={view} onView={setChosen} />
      <HousekeepingRooms day={day} rooms={rooms} view={view} propertyId={propertyId} />
      <RoomProblems propertyId={propertyId} />
    </>
  )
}
