import { erasureObstacles, NOBODY } from '../../domain/members/erasure.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { readErasureFacts } from '../../db/members/erasure-query.ts'
import type { Context } from '../platform/context.ts'

/**
 * A member is forgotten (003-11, decision 29): what the person was called and reached by is overwritten, the key
 * is destroyed and with it every sealed value in trail, answers and mails, sessions and links to outside
 * channels end. Orders and points stay as the law wants them, of nobody.
 *
 * @throws DomainError not_found, version_mismatch; member_not_erasable with each reason
 */
export async function eraseMember(
  context: Context,
  input: { memberId: string; version: number; reason: string },
): Promise<void> {
  const { sql, now } = context
  const { memberId } = input
  // Wallets first: whoever books or buys points for the member meanwhile is waited for, and then seen.
  await sql.run('select lock_wallets($1)', [memberId])
  const member = await sql.maybe<{ version: number }>(
    'select version from members where id = $1 and erased_at is null for update',
    [memberId],
  )
  if (!member) throw new DomainError('not_found')
  if (member.version !== input.version) throw new DomainError('version_mismatch')
  const obstacles = erasureObstacles(await readErasureFacts(sql, memberId))
  if (obstacles.length > 0) {
    const fields = obstacles.map((code) => ({ pointer: `/${code}`, code, message: code }))
    throw new DomainError('member_not_erasable', {}, { fields })
  }
  await forgetPerson(context, memberId)
  await sql.run(
    'update member_keys set wrapped_key = null, destroyed_at = $2 where member_id = $1 and wrapped_key is not null',
    [memberId, now],
  )
  await sql.run('delete from sessions where member_id = $1', [memberId])
  await sql.run('delete from member_channels where member_id = $1', [memberId])
  context.audit({
    verb: 'member.erased',
    subject: { kind: 'member', id: memberId },
    reason: input.reason,
  })
}

const forgetPerson = ({ sql, now }: Context, memberId: string) =>
  sql.run(
    `update members set name = $2, kana = $3, phone = $4, birth_date = $5, email = null, password_hash = null,
       identity_type = null, identity_sealed = null, identity_index = null, identity_tail = null,
       erased_at = $6, version = version + 1 where id = $1`,
    [memberId, NOBODY.name, NOBODY.kana, NOBODY.phone, NOBODY.birthDate, now],
  )
