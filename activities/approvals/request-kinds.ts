import type { CancellationPreview } from '../../domain/lodging/cancellation-preview.ts'
import type { ProcessKind } from '../../domain/platform/processes.ts'
import { previewCancellation } from '../lodging/preview-cancellation.ts'
import { previewEarlyDeparture } from '../lodging/preview-departure.ts'
import { tellOfCancellation } from '../messages/tell-guest.ts'
import type { Context } from '../platform/context.ts'

export type LockedRequest = {
  readonly id: string
  readonly kind: 'cancellation'
  readonly propertyId: string
  readonly subjectKind: 'order'
  readonly subjectId: string
  readonly beneficiaryId: string
  readonly requestedAt: string
  readonly preview: CancellationPreview
  readonly digest: string
  readonly status: string
  readonly version: number
}

/** What the general mechanism must know of a kind of request. A new kind is a new entry here. */
type RequestKind = {
  /** The process that acts on the decision; its id is the request's. */
  readonly process: ProcessKind
  /** The digest of what is true now, the subject held under lock. Throws when it is no longer possible. */
  digestNow(context: Context, request: LockedRequest): Promise<string>
  /** Frees what the request kept from changing. */
  release(context: Context, request: LockedRequest): Promise<void>
  /** Whom it concerns hears that it was rejected. */
  tellRejected(context: Context, request: LockedRequest): Promise<void>
}

export const REQUEST_KINDS: Readonly<Record<LockedRequest['kind'], RequestKind>> = {
  cancellation: {
    process: 'cancellation',
    async digestNow({ sql }, request) {
      const [stay] = request.preview.stays
      if (request.preview.leavesOn !== undefined && stay) {
        const leavesAt = new Date(request.requestedAt)
        const question = { stayId: stay.stayId, leavesAt, status: 'departed' } as const
        return (await previewEarlyDeparture(sql, question)).digest
      }
      const { digest } = await previewCancellation(sql, {
        orderId: request.subjectId,
        stayIds: request.preview.stays.map(({ stayId }) => stayId),
        requestedAt: new Date(request.requestedAt),
        lock: true,
      })
      return digest
    },
    async release({ sql }, request) {
      await sql.run('update cancellation_request_lines set open = false where request_id = $1', [
        request.id,
      ])
    },
    async tellRejected(context, request) {
      const { fee, returned, stays, leavesOn } = request.preview
      // He has left: the desk spoke with him.
      if (leavesOn !== undefined) return
      await tellOfCancellation(context, 'cancellation_rejected', {
        orderId: request.subjectId,
        stayIds: stays.map((stay) => stay.stayId),
        about: request.id,
        fee,
        returned,
      })
    },
  },
}
