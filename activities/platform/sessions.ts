import { createHash, randomBytes } from 'node:crypto'
import type { HeldRole, Person } from '../../domain/platform/actor.ts'
import { DomainError, type Language } from '../../domain/platform/errors.ts'
import type { House } from './house.ts'
import { assertMayTry, countFailure, forgetFailures, type LoginAttempt } from './login-limit.ts'
import { verifyPassword } from './password.ts'

/** Wall time. A session ends after an hour unused, and after a working day anyway. */
const IDLE_MINUTES = 60
export const SESSION_HOURS = 12
const TOKEN_BYTES = 32

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export type SignIn = LoginAttempt & { readonly kind: 'staff' | 'member'; readonly password: string }

/**
 * Opens a session; only its hash is stored.
 *
 * @returns the opaque token for the cookie
 * @throws DomainError credentials_wrong for an unknown name as for a wrong password; rate_limited
 */
export async function signIn(
  house: House,
  attempt: SignIn,
): Promise<{ token: string; personId: string }> {
  await assertMayTry(house, attempt)
  const found = await house.database.sql.maybe<{ id: string; password_hash: string | null }>(
    attempt.kind === 'staff'
      ? 'select id, password_hash from staff where login = lower($1) and disabled_at is null'
      : 'select id, password_hash from members where number = upper($1) or lower(email) = lower($1) order by number limit 1',
    [attempt.login],
  )
  if (!(await verifyPassword(attempt.password, found?.password_hash ?? null)) || !found) {
    await countFailure(house, attempt)
    throw new DomainError('credentials_wrong')
  }
  // In a burst others may have used the tries up meanwhile: then the right one learns nothing either.
  await assertMayTry(house, attempt)
  await forgetFailures(house, attempt)
  return { token: await openSession(house, attempt.kind, found.id), personId: found.id }
}

/** For somebody who has proven who he is. @returns the opaque token for the cookie */
export async function openSession(
  house: House,
  kind: SignIn['kind'],
  personId: string,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await house.database.sql.run(
    `insert into sessions (token_hash, staff_id, member_id, expires_at)
     values ($1, $2, $3, clock_timestamp() + $4 * interval '1 hour')`,
    [
      hashOf(token),
      kind === 'staff' ? personId : null,
      kind === 'member' ? personId : null,
      SESSION_HOURS,
    ],
  )
  return token
}

export async function signOut(house: House, token: string): Promise<void> {
  await house.database.sql.run('delete from sessions where token_hash = $1', [hashOf(token)])
}

type Row = {
  kind: 'staff' | 'member'
  id: string
  display_name: string
  locale: Language
  member_id: string | null
  issuer_id: string | null
  roles: HeldRole[] | null
  stale: boolean
}

/** Whose session it is, with the roles of this very moment; null when it ended or its person is disabled. */
export async function personOfSession(house: House, token: string): Promise<Person | null> {
  const { sql } = house.database
  const row = await sql.maybe<Row>(
    `select case when s.staff_id is null then 'member' else 'staff' end as kind, coalesce(s.staff_id, s.member_id) as id,
       coalesce(t.display_name, m.name) as display_name, coalesce(t.locale, m.locale) as locale, t.member_id,
       m.issuer_id, s.last_seen_at < clock_timestamp() - interval '1 minute' as stale,
       (select jsonb_agg(jsonb_build_object('role', r.role, 'propertyId', r.property_id, 'issuerId', p.issuer_id)
          order by p.code, r.role)
        from staff_roles r join properties p on p.id = r.property_id where r.staff_id = t.id) as roles
     from sessions s left join staff t on t.id = s.staff_id left join members m on m.id = s.member_id
     where s.token_hash = $1 and s.expires_at > clock_timestamp() and t.disabled_at is null and m.erased_at is null
       and s.last_seen_at > clock_timestamp() - $2 * interval '1 minute'`,
    [hashOf(token), IDLE_MINUTES],
  )
  if (!row) return null
  if (row.stale)
    await sql.run('update sessions set last_seen_at = clock_timestamp() where token_hash = $1', [
      hashOf(token),
    ])
  const { id, display_name: displayName, locale } = row
  return row.kind === 'staff'
    ? { kind: 'staff', id, displayName, locale, memberId: row.member_id, roles: row.roles ?? [] }
    : { kind: 'member', id, displayName, locale, issuerId: String(row.issuer_id) }
}

/** A machine's own credential. */
export async function personOfToken(house: House, token: string): Promise<Person | null> {
  const row = await house.database.sql.maybe<{
    id: string
    name: string
    scopes: string[]
    property_id: string
    issuer_id: string
  }>(
    `select t.id, t.name, t.scopes, t.property_id, p.issuer_id from api_tokens t join properties p on p.id = t.property_id
     where t.token_hash = $1 and t.revoked_at is null and t.expires_at > clock_timestamp()`,
    [hashOf(token)],
  )
  if (!row) return null
  const { id, scopes } = row
  return {
    kind: 'token',
    id,
    displayName: row.name,
    locale: 'ja',
    scopes,
    propertyId: row.property_id,
    issuerId: row.issuer_id,
  }
}

export const newToken = () => {
  const token = `choba_${randomBytes(TOKEN_BYTES).toString('base64url')}`
  return { token, hash: hashOf(token) }
}
