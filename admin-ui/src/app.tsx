import { lazy } from 'react'
import { Admin, CustomRoutes, reactRouterProvider, Resource } from 'react-admin'
import { authProvider } from './auth-provider.ts'
import { dataProvider } from './data-provider.ts'
import { i18nProvider } from './i18n-provider.ts'
import { approvals } from './approvals/index.ts'
import { orders } from './lodging/index.ts'
import { rooms, roomTypes } from './lodging/rooms/index.ts'
import { Board } from './lodging/board.tsx'
import { Home } from './lodging/today/today-page.tsx'
import { members } from './members/index.ts'
import { mailbox, messages } from './messages/index.ts'
import { cases } from './platform/cases/index.ts'
import { AppLayout } from './platform/layout/app-layout.tsx'
import { deviceStore } from './platform/layout/store.ts'
import { SignInPage } from './platform/session/sign-in-page.tsx'
import { Crashed } from './platform/states/crash-boundary.tsx'
import { NotFound } from './platform/states/not-found.tsx'
import { PageLoading } from './platform/states/page-loading.tsx'
import { theme } from './platform/themes/theme.ts'
import { queryClient } from './query-client.ts'

const { Route } = reactRouterProvider
const DeskBooking = lazy(() =>
  import('./lodging/desk-booking.tsx').then((page) => ({ default: page.DeskBooking })),
)

const Housekeeping = lazy(() =>
  import('./housekeeping/housekeeping-page.tsx').then((page) => ({ default: page.Housekeeping })),
)
const GuestRegisterPage = lazy(() =>
  import('./lodging/register/register-page.tsx').then((page) => ({ default: page.RegisterPage })),
)

const KpisPage = lazy(() =>
  import('./lodging/kpis/kpis-page.tsx').then((page) => ({ default: page.KpisPage })),
)
const Timeline = lazy(() =>
  import('./lodging/timeline.tsx').then((page) => ({ default: page.Timeline })),
)

const AvailabilityPage = lazy(() =>
  import('./lodging/rates/availability-page.tsx').then((page) => ({
    default: page.AvailabilityPage,
  })),
)
const RatesPage = lazy(() =>
  import('./lodging/rates/rates-page.tsx').then((page) => ({ default: page.RatesPage })),
)
const RateRulesPage = lazy(() =>
  import('./lodging/rates/rate-rules-page.tsx').then((page) => ({ default: page.RateRulesPage })),
)
const RegisterPage = lazy(() =>
  import('./members/public/register-page.tsx').then((page) => ({ default: page.RegisterPage })),
)
const ConfirmPage = lazy(() =>
  import('./members/public/confirm-page.tsx').then((page) => ({ default: page.ConfirmPage })),
)

export const App = () => (
  <Admin
    authProvider={authProvider}
    catchAll={NotFound}
    dashboard={Home}
    dataProvider={dataProvider}
    darkTheme={null}
    disableTelemetry
    error={Crashed}
    i18nProvider={i18nProvider}
    layout={AppLayout}
    loading={PageLoading}
    loginPage={SignInPage}
    queryClient={queryClient}
    requireAuth
    store={deviceStore}
    theme={theme}
  >
    <Resource name="orders" {...orders} />
    <Resource name="approvals" {...approvals} />
    <Resource name="rooms" {...rooms} />
    <Resource name="room-types" {...roomTypes} />
    <Resource name="members" {...members} />
    <Resource name="cases" {...cases} />
    <CustomRoutes noLayout>
      <Route path="/register/:code" element={<RegisterPage />} />
      <Route path="/confirm/:code?" element={<ConfirmPage />} />
    </CustomRoutes>
    <Resource name="messages" {...messages} />
    <Resource name="mailbox" {...mailbox} />
    <CustomRoutes>
      <Route path="/board" element={<Board />} />
      <Route path="/book" element={<DeskBooking />} />
      <Route path="/housekeeping" element={<Housekeeping />} />
      <Route path="/guest-register" element={<GuestRegisterPage />} />
      <Route path="/kpis" element={<KpisPage />} />
      <Route path="/timeline" element={<Timeline />} />
      <Route path="/availability" element={<AvailabilityPage />} />
      <Route path="/rates" element={<RatesPage />} />
      <Route path="/rates/rules" element={<RateRulesPage />} />
    </CustomRoutes>
  </Admin>
)
