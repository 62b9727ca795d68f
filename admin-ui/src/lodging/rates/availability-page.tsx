import Box from '@mui/material/Box'
import EmptyIcon from '@mui/icons-material/BedroomParentOutlined'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useNavigate } from 'react-admin'
import type { CalendarNight, CalendarType, NightCalendar } from '../../api/records.ts'
import { addDays, intlLocale } from '../../platform/formats/day.ts'
import { useText, useUiLocale } from '../../platform/i18n/use-text.ts'
import { LiveIndicator } from '../../platform/layout/live-indicator.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { useIsPhone } from '../../platform/layout/use-screen.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'
import { useBusinessDate } from '../use-business-date.ts'
import { MonthSwitch } from './month-switch.tsx'
import { monthOf } from './months.ts'
import { NightGrid, type NightCellProps } from './night-grid.tsx'
import { NightLegend } from './night-legend.tsx'
import { NightMonth } from './night-month.tsx'
import { useNightCalendar } from './use-night-calendar.ts'
import { useSaidNight } from './use-said-night.ts'

export const AvailabilityPage = () => (
  <RequirePermission of="availability.read">
    <AvailabilityCalendar />
  </RequirePermission>
)

/** What is free, night by night; a touch on a night that can be sold begins its booking. */
const AvailabilityCalendar = () => {
  const t = useText()
  const today = useBusinessDate()
  const [chosen, setMonth] = useState<string | null>(null)
  const month = chosen ?? (today ? monthOf(today) : null)
  const { data: calendar, error, refetch } = useNightCalendar(month)
  return (
    <Page
      title={t('availability.title')}
      lead={t('availability.lead')}
      maxWidth={2600}
      aside={<LiveIndicator />}
      actions={month ? <MonthSwitch month={month} onChange={setMonth} /> : null}
    >
      {error && !calendar ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!calendar && !error ? <Skeleton variant="rounded" height={420} /> : null}
      {calendar?.roomTypes.length === 0 ? (
        <StatePanel icon={EmptyIcon} title={t('board.emptyTitle')} body={t('board.emptyBody')} />
      ) : null}
      {calendar && calendar.roomTypes.length > 0 ? (
        <AvailabilityOfMonth key={calendar.dates[0]?.date} calendar={calendar} />
      ) : null}
    </Page>
  )
}

const AvailabilityOfMonth = ({ calendar }: { calendar: NightCalendar }) => {
  const t = useText()
  const said = useSaidNight()
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const mayPlace = usePermission('order.place')
  const [roomType, setRoomType] = useState(0)
  const book = ({ type, night }: NightCellProps) => {
    if (!mayPlace || night.whyNot !== null) return
    const wish = {
      checkIn: night.night,
      checkOut: addDays(night.night, 1),
      roomTypeId: type.roomTypeId,
    }
    navigate(`/book?${new URLSearchParams(wish)}`)
  }
  const common = {
    calendar,
    said,
    cell: ({ type, night }: NightCellProps) => <FreeCell type={type} night={night} />,
    onOpen: book,
  }
  return (
    <>
      {isPhone ? (
        <NightMonth {...common} roomType={roomType} onRoomType={setRoomType} />
      ) : (
        <NightGrid {...common} label={t('availability.title')} />
      )}
      <Box sx={{ mt: 1.5 }}>
        <NightLegend />
      </Box>
    </>
  )
}

/** Free of all rooms, and the price; or why the night is not for sale. */
const FreeCell = ({ type, night }: { type: CalendarType; night: CalendarNight }) => {
  const t = useText()
  const numbers = new Intl.NumberFormat(intlLocale(useUiLocale()))
  const reason = night.whyNot
  return (
    <Box component="span" sx={{ display: 'block', lineHeight: 1.25 }}>
      <Box component="span" sx={{ display: 'block', fontWeight: 700 }}>
        {reason === null || reason === 'past'
          ? t('availability.of', { free: night.free, rooms: type.rooms })
          : t(`nights.whyNotShort.${reason}`)}
      </Box>
      <Box component="span" sx={{ fontSize: '0.6875rem' }}>
        {night.amount === null ? null : numbers.format(night.amount)}
      </Box>
    </Box>
  )
}
