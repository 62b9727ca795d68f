import type { LocalDate } from '../../domain/lodging/local-date.ts'
import {
  type StayAction,
  type StayActionFacts,
  stayActions,
} from '../../domain/lodging/stay-actions.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/** A stay as its verbs must know it: its own facts, its order's and its room's. */
export type SeatedStay = StayActionFacts & {
  readonly id: string
  readonly orderId: string
  readonly orderNumber: string
  readonly memberId: string
  readonly propertyId: string
  readonly roomId: string
  readonly roomNumber: string
  /** The type it sleeps in; the type it was sold as may be another one. */
  readonly roomTypeId: string
  readonly guests: number
}

/**
 * @param now the moment that decides about the business date
 * @throws DomainError not_found
 */
export async function readSeatedStays(
  { sql, now }: Pick<Context, 'sql' | 'now'>,
  stayIds: readonly string[],
): Promise<SeatedStay[]> {
  const found = await sql.rows<SeatedStay>(
    `select l.id, l.order_id as "orderId", o.number as "orderNumber", o.member_id as "memberId",
       l.property_id as "propertyId", l.room_id as "roomId", r.number as "roomNumber", r.room_type_id as "roomTypeId",
       l.guests, l.status, l.check_in as "checkIn", l.check_out as "checkOut", l.pinned,
       business_date(p, $2) as "businessDate", q.id as "openRequestId",
       coalesce(q.status = 'approved', false) as "openRequestApproved"
     from order_lines l join orders o on o.id = l.order_id join rooms r on r.id = l.room_id
     join properties p on p.id = l.property_id
     left join cancellation_request_lines c on c.line_id = l.id and c.open left join approval_requests q on q.id = c.request_id
     where l.id = any($1::uuid[])`,
    [stayIds, now],
  )
  return stayIds.map((id) => {
    const stay = found.find((one) => one.id === id)
    if (!stay) throw new DomainError('not_found')
    return stay
  })
}

export async function readSeatedStay(
  context: Pick<Context, 'sql' | 'now'>,
  stayId: string,
): Promise<SeatedStay> {
  const [stay] = await readSeatedStays(context, [stayId])
  if (!stay) throw new DomainError('not_found')
  return stay
}

/** @throws DomainError state_conflict, with what is possible instead */
export function assertStayAllows(stay: SeatedStay, action: StayAction): void {
  const allowed = stayActions(stay)
  if (allowed.includes(action)) return
  if (action === 'move' && stay.openRequestId !== null) {
    throw new DomainError('request_already_open', {}, { allowedActions: allowed })
  }
  const state = action === 'move' && stay.pinned ? 'pinned' : stay.status
  throw new DomainError('state_conflict', { state }, { allowedActions: allowed })
}

/** The first night that can still be slept elsewhere: what is past was slept where it was. */
export const firstMovableNight = (stay: StayActionFacts): LocalDate =>
  stay.businessDate > stay.checkIn ? stay.businessDate : stay.checkIn
