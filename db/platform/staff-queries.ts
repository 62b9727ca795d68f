import type { Role } from '../../domain/platform/actor.ts'
import { Conditions, listPage, type PageWish } from './list-page.ts'
import type { Sql } from './sql.ts'

export type StaffRow = {
  id: string
  login: string
  displayName: string
  disabled: boolean
  roles: { role: Role; propertyId: string }[]
  version: number
}
const STAFF_SELECT = `s.id, s.login, s.display_name as "displayName", s.disabled_at is not null as disabled, s.version,
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'propertyId', r.property_id) order by r.property_id, r.role)
    from staff_roles r where r.staff_id = s.id), '[]') as roles`

/** The people who work at these properties. */
export function listStaff(sql: Sql, propertyIds: readonly string[], wish: PageWish) {
  const where = new Conditions().when(
    propertyIds,
    'exists (select from staff_roles r where r.staff_id = s.id and r.property_id = any(?::uuid[]))',
  )
  return listPage<StaffRow>(
    sql,
    { select: STAFF_SELECT, from: 'staff s', where, sorts: { login: 's.login' }, key: 's.id' },
    wish,
  )
}
export const findStaff = (sql: Sql, id: string) =>
  sql.maybe<StaffRow>(`select ${STAFF_SELECT} from staff s where s.id = $1`, [id])

export type TokenRow = {
  id: string
  name: string
  scopes: string[]
  propertyId: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  version: number
}
const TOKEN_SELECT = `t.id, t.name, t.scopes, t.property_id as "propertyId", t.created_at as "createdAt", t.expires_at as "expiresAt",
  t.revoked_at as "revokedAt", t.version`

export function listTokens(sql: Sql, propertyIds: readonly string[], wish: PageWish) {
  const where = new Conditions().when(propertyIds, 't.property_id = any(?::uuid[])')
  return listPage<TokenRow>(
    sql,
    {
      select: TOKEN_SELECT,
      from: 'api_tokens t',
      where,
      sorts: { createdAt: 't.created_at' },
      key: 't.id',
    },
    wish,
  )
}
export const findToken = (sql: Sql, id: string) =>
  sql.maybe<TokenRow>(`select ${TOKEN_SELECT} from api_tokens t where t.id = $1`, [id])
