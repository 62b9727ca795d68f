import { approvalRoutes } from './approvals/approvals.ts'
import { availabilityCalendarRoute } from './lodging/availability-calendar.ts'
import { cleaningRoutes } from './housekeeping/cleanings.ts'
import { housekeepingRoutes } from './housekeeping/housekeeping.ts'
import { roomProblemRoutes } from './housekeeping/room-problems.ts'
import { availabilityRoute } from './lodging/availability.ts'
import { boardRoute } from './lodging/board.ts'
import { orderConfirmationRoute } from './lodging/order-confirmation.ts'
import { kpiRoutes } from './lodging/kpis.ts'
import { arrivalRoutes } from './lodging/arrivals.ts'
import { correctionRoutes } from './lodging/corrections.ts'
import { guestRoutes } from './lodging/guests.ts'
import { orderRoutes } from './lodging/orders.ts'
import { quoteRoute } from './lodging/quotes.ts'
import { rateEditRoutes } from './lodging/rate-edits.ts'
import { rateRuleRoutes } from './lodging/rate-rules.ts'
import { rateSettingRoutes } from './lodging/rate-settings.ts'
import { rateRoutes } from './lodging/rates.ts'
import { roomTypeRoutes } from './lodging/room-types.ts'
import { roomBlockRoutes } from './lodging/room-blocks.ts'
import { roomPictureRoutes } from './lodging/room-pictures.ts'
import { roomRoutes } from './lodging/rooms.ts'
import { stayDepartureRoutes } from './lodging/stay-departures.ts'
import { stayExtensionRoutes } from './lodging/stay-extensions.ts'
import { stayMoveRoutes } from './lodging/stay-moves.ts'
import { statementRoutes } from './lodging/statements.ts'
import { stayRoutes } from './lodging/stays.ts'
import { timelineRoute } from './lodging/timeline.ts'
import { todayRoute } from './lodging/today.ts'
import { channelRoutes } from './members/channel-sessions.ts'
import { erasureRoutes } from './members/erasure.ts'
import { identityRoutes } from './members/identities.ts'
import { mailboxRoutes } from './messages/mailbox.ts'
import { messageRoutes } from './messages/messages.ts'
import { memberRoutes } from './members/members.ts'
import { registrationRoutes } from './members/registrations.ts'
import { tokenRoutes } from './platform/api-tokens.ts'
import { auditRoutes } from './platform/audit-events.ts'
import { listCasesRoute } from './platform/cases.ts'
import { clockRoutes } from './platform/clock.ts'
import { getPictureRoute } from './platform/pictures.ts'
import { listPropertiesRoute } from './platform/properties.ts'
import type { AnyRoute } from './platform/route.ts'
import { sessionRoutes } from './platform/session.ts'
import { staffRoutes } from './platform/staff.ts'
import { pointRoutes } from './points/points.ts'

/** Everything the counter can be asked. A new verb is a route object in its noun's folder and its name here. */
export const ROUTES: readonly AnyRoute[] = [
  ...sessionRoutes,
  listPropertiesRoute,
  getPictureRoute,
  ...clockRoutes,
  ...staffRoutes,
  ...tokenRoutes,
  ...auditRoutes,
  listCasesRoute,
  ...roomTypeRoutes,
  ...roomRoutes,
  ...roomBlockRoutes,
  ...roomPictureRoutes,
  ...rateRoutes,
  ...rateEditRoutes,
  ...rateRuleRoutes,
  ...rateSettingRoutes,
  todayRoute,
  ...kpiRoutes,
  boardRoute,
  timelineRoute,
  availabilityRoute,
  availabilityCalendarRoute,
  quoteRoute,
  ...orderRoutes,
  orderConfirmationRoute,
  ...stayRoutes,
  ...stayMoveRoutes,
  ...stayDepartureRoutes,
  ...stayExtensionRoutes,
  ...housekeepingRoutes,
  ...cleaningRoutes,
  ...roomProblemRoutes,
  ...guestRoutes,
  ...arrivalRoutes,
  ...correctionRoutes,
  ...statementRoutes,
  ...memberRoutes,
  ...identityRoutes,
  ...erasureRoutes,
  ...registrationRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...mailboxRoutes,
  ...pointRoutes,
  ...approvalRoutes,
]
