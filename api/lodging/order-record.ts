import { Type } from 'typebox'
import type { Actor } from '../../domain/platform/actor.ts'
import { CHANNELS } from '../../domain/lodging/channel.ts'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { isCancellable } from '../../domain/lodging/stay-actions.ts'
import { mayDo } from '../../domain/platform/permissions.ts'
import type { OrderRow } from '../../db/lodging/order-queries.ts'
import {
  type Answer,
  Actions,
  Id,
  LocalDate,
  Moment,
  OrNull,
  Points,
  Shape,
  Version,
} from '../platform/schemas.ts'
import { Stay, stayRecord } from './stay-record.ts'

export const Order = Shape(
  {
    id: Id,
    number: Type.String(),
    propertyId: Id,
    memberId: Id,
    memberName: Type.String(),
    memberKana: Type.String(),
    memberNumber: Type.String(),
    channel: Type.Enum([...CHANNELS]),
    status: Type.Enum([...LINE_STATUSES], { description: 'Derived from the stays.' }),
    placedAt: Moment,
    payBy: Moment,
    settledAt: OrNull(Moment),
    checkIn: LocalDate,
    checkOut: LocalDate,
    total: Points,
    paid: Points,
    fee: Points,
    returned: Points,
    stays: Type.Array(Stay),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Order' },
)

export function orderRecord(actor: Actor, row: OrderRow): Answer<typeof Order> {
  const { issuerId, stays, ...shown } = row
  const belonging = { issuerId, propertyId: row.propertyId, memberId: row.memberId }
  const mayCancel = stays.some(isCancellable) && mayDo(actor, 'order.cancel', belonging)
  const shownStays = stays.map((stay) => stayRecord(actor, stay))
  const forTheGroup = (['check_in', 'check_out'] as const).filter((action) =>
    shownStays.some((stay) => stay.allowedActions.includes(action)),
  )
  return {
    ...shown,
    stays: shownStays,
    allowedActions: [...(mayCancel ? ['cancel'] : []), ...forTheGroup],
  }
}
