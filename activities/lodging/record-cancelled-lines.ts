import type { StayCancellation } from '../../domain/lodging/cancellation-preview.ts'
import type { CancellationReason } from '../../domain/lodging/cancellation-reason.ts'
import type { Context } from '../platform/context.ts'

export type CancelledLines = {
  readonly propertyId: string
  readonly reasonCode: CancellationReason | null
  /** Null: nothing had been paid, so no tier applied. */
  readonly requestId: string | null
  readonly stays: readonly StayCancellation[]
}

/** The history of cancellations (003-24): written with the cancellation, never changed. */
export async function recordCancelledLines(
  { sql, now }: Context,
  { propertyId, reasonCode, requestId, stays }: CancelledLines,
): Promise<void> {
  await sql.run(
    `insert into line_cancellations (line_id, property_id, at, reason_code, days_before, fee_percent, request_id)
     select s.line_id, $1, $2, $3, s.days_before, case when $4::uuid is not null then s.fee_percent end, $4
     from unnest($5::uuid[], $6::int[], $7::int[]) s(line_id, days_before, fee_percent)`,
    [
      propertyId,
      now,
      reasonCode,
      requestId,
      stays.map((stay) => stay.stayId),
      stays.map((stay) => stay.tier.daysBefore),
      stays.map((stay) => stay.tier.feePercent),
    ],
  )
}
