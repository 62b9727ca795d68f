import type { TokenScope } from '../../domain/platform/permissions.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'
import { newToken } from './sessions.ts'

export type NewToken = {
  readonly name: string
  readonly propertyId: string
  readonly scopes: readonly TokenScope[]
  readonly validDays: number
}

/** A machine's credential; the token itself is shown this once, only its hash is kept. */
export async function issueToken(
  context: Context,
  input: NewToken,
): Promise<{ tokenId: string; token: string }> {
  const { sql, now, actor } = context
  if (actor.kind !== 'staff') throw new DomainError('forbidden')
  const { token, hash } = newToken()
  const tokenId = newId()
  await sql.run(
    `insert into api_tokens (id, name, token_hash, scopes, property_id, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + $8 * interval '1 day')`,
    [
      tokenId,
      input.name,
      hash,
      [...new Set(input.scopes)],
      input.propertyId,
      actor.id,
      now,
      input.validDays,
    ],
  )
  context.audit({
    verb: 'token.issued',
    subject: { kind: 'token', id: tokenId },
    propertyId: input.propertyId,
    after: { name: input.name, scopes: input.scopes, validDays: input.validDays },
  })
  return { tokenId, token }
}

export async function revokeToken(
  context: Context,
  input: { tokenId: string; reason: string },
): Promise<void> {
  const { sql, now } = context
  const token = await sql.maybe<{ property_id: string }>(
    'update api_tokens set revoked_at = $2, version = version + 1 where id = $1 and revoked_at is null returning property_id',
    [input.tokenId, now],
  )
  if (!token) throw new DomainError('state_conflict', { state: 'revoked' })
  context.audit({
    verb: 'token.revoked',
    subject: { kind: 'token', id: input.tokenId },
    propertyId: token.property_id,
    reason: input.reason,
  })
}
