import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import type { LockedRequest } from './request-kinds.ts'

/** What the person saw of the request: its version (If-Match) and the digest of its content. */
export type Seen = { readonly requestId: string; readonly version: number; readonly digest: string }

/**
 * Holds a pending request until the transaction ends.
 *
 * @throws DomainError not_found; state_conflict when it is decided; version_mismatch, digest_mismatch when
 *   it is not what the person saw
 */
export async function lockPendingRequest({ sql }: Context, seen: Seen): Promise<LockedRequest> {
  const request = await sql.maybe<LockedRequest>(
    `select id, kind, property_id as "propertyId", subject_kind as "subjectKind", subject_id as "subjectId",
       beneficiary_id as "beneficiaryId", requested_at as "requestedAt", preview, digest, status, version
     from approval_requests where id = $1 for update`,
    [seen.requestId],
  )
  if (!request) throw new DomainError('not_found')
  if (request.status !== 'pending')
    throw new DomainError('state_conflict', { state: request.status })
  if (request.version !== seen.version) throw new DomainError('version_mismatch')
  if (request.digest !== seen.digest) throw new DomainError('digest_mismatch')
  return request
}
