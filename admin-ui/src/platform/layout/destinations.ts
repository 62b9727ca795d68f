import BedroomParentOutlined from '@mui/icons-material/BedroomParentOutlined'
import CleaningServicesOutlined from '@mui/icons-material/CleaningServicesOutlined'
import EditCalendarOutlined from '@mui/icons-material/EditCalendarOutlined'
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import MeetingRoomOutlined from '@mui/icons-material/MeetingRoomOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import InsightsOutlined from '@mui/icons-material/InsightsOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined'
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined'
import CurrencyYenOutlined from '@mui/icons-material/CurrencyYenOutlined'
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined'
import TodayOutlined from '@mui/icons-material/TodayOutlined'
import ViewTimelineOutlined from '@mui/icons-material/ViewTimelineOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { TextKey } from '../i18n/text-key.ts'
import { useSession } from '../session/use-session.ts'

export type Destination = {
  path: string
  label: TextKey
  icon: SvgIconComponent
  permission: string
  /** Only where nothing is real. */
  demoOnly?: boolean
}

const destinations: Destination[] = [
  { path: '/', label: 'nav.today', icon: TodayOutlined, permission: 'today.read' },
  { path: '/board', label: 'nav.board', icon: BedroomParentOutlined, permission: 'board.read' },
  {
    path: '/housekeeping',
    label: 'nav.housekeeping',
    icon: CleaningServicesOutlined,
    permission: 'cleaning.read',
  },
  { path: '/orders', label: 'nav.orders', icon: EventNoteOutlined, permission: 'order.read' },
  { path: '/book', label: 'nav.book', icon: EditCalendarOutlined, permission: 'order.place' },
  {
    path: '/approvals',
    label: 'nav.approvals',
    icon: FactCheckOutlined,
    permission: 'approval.read',
  },
  {
    path: '/timeline',
    label: 'nav.timeline',
    icon: ViewTimelineOutlined,
    permission: 'timeline.read',
  },
  {
    path: '/availability',
    label: 'nav.availability',
    icon: CalendarMonthOutlined,
    permission: 'availability.read',
  },
  { path: '/rates', label: 'nav.rates', icon: CurrencyYenOutlined, permission: 'rate.read' },
  { path: '/rooms', label: 'nav.rooms', icon: MeetingRoomOutlined, permission: 'room.read' },
  { path: '/members', label: 'nav.members', icon: PeopleAltOutlined, permission: 'member.read' },
  { path: '/kpis', label: 'nav.kpis', icon: InsightsOutlined, permission: 'kpi.read' },
  {
    path: '/guest-register',
    label: 'nav.register',
    icon: MenuBookOutlined,
    permission: 'guest.read',
  },
  {
    path: '/cases',
    label: 'nav.cases',
    icon: NotificationImportantOutlined,
    permission: 'case.read',
  },
  {
    path: '/mailbox',
    label: 'nav.mailbox',
    icon: MailOutlined,
    permission: 'mailbox.read',
    demoOnly: true,
  },
]

/** Where this person may go. */
export const useDestinations = (): Destination[] => {
  const session = useSession()
  const isReal = session?.house === 'production'
  return destinations.filter(
    ({ permission, demoOnly = false }) =>
      (session?.permissions.includes(permission) ?? false) && !(demoOnly && isReal),
  )
}

export const isCurrent = (path: string, pathname: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
