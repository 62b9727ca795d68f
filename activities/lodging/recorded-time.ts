import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

/** When it really happened, if not now, and why it is written down only now. */
export type RecordedTime = { readonly at?: string; readonly atReason?: string }

export const timeToRecord = ({ now }: Pick<Context, 'now'>, { at }: RecordedTime): Date =>
  at === undefined ? now : new Date(at)

/**
 * An earlier time is one of the same business day, after what came before it, and has its reason.
 *
 * @throws DomainError time_impossible, validation_failed
 */
export function assertRecordedToday(
  { now }: Pick<Context, 'now'>,
  stay: { readonly business_date: string; readonly recorded_date: string },
  time: RecordedTime,
  notBefore: Date,
): void {
  if (time.at === undefined) return
  const at = new Date(time.at)
  if (at > now || at < notBefore || stay.recorded_date !== stay.business_date)
    throw new DomainError('time_impossible')
  if (!time.atReason) {
    const fields = [{ pointer: '/atReason', code: 'missing', message: 'missing' }]
    throw new DomainError('validation_failed', {}, { fields })
  }
}
