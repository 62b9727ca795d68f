import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { editRates } from './edit-rates.ts'

export type SetRates = {
  readonly roomTypeId: string
  readonly fromNight: LocalDate
  readonly untilNight: LocalDate
  readonly amount: number
  /** ISO weekdays 1 (Monday) to 7 it holds for; all when absent. */
  readonly weekdays?: readonly number[]
}

/** One amount for a range of nights of one type (003-07): the edit that needs no preview, for machines. */
export async function setRates(context: Context, input: SetRates): Promise<{ nights: number }> {
  const { roomTypeId, amount, ...range } = input
  const type = await context.sql.maybe<{ propertyId: string }>(
    'select property_id as "propertyId" from room_types where id = $1',
    [roomTypeId],
  )
  if (!type) throw new DomainError('not_found')
  const { nights } = await editRates(context, {
    ...range,
    propertyId: type.propertyId,
    roomTypeIds: [roomTypeId],
    change: 'set',
    value: amount,
    digest: null,
  })
  return { nights }
}
