import type { Channel } from '../../domain/lodging/channel.ts'
import type { IdentityType } from '../../domain/members/identity-document.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type MemberRow = {
  id: string
  issuerId: string
  number: string
  name: string
  kana: string
  phone: string
  email: string | null
  birthDate: string
  channel: Channel
  identityType: IdentityType | null
  identityTail: string | null
  registeredAt: string
  erasedAt: string | null
  balance: number
  balancePaid: number
  balanceBonus: number
  version: number
}

/** Only what can be spent at this moment counts as balance: an expired lot is out, posted or not. */
const SELECT = `m.id, m.issuer_id as "issuerId", m.number, m.name, m.kana, m.phone, m.email, m.birth_date as "birthDate",
  m.channel, m.identity_type as "identityType", m.identity_tail as "identityTail", m.erased_at as "erasedAt",
  m.registered_at as "registeredAt", b.paid + b.bonus as balance, b.paid as "balancePaid", b.bonus as "balanceBonus", m.version`
const FROM = `members m cross join lateral (
  select coalesce(sum(l.remaining) filter (where l.lot_class = 'paid'), 0)::bigint as paid,
    coalesce(sum(l.remaining) filter (where l.lot_class = 'bonus'), 0)::bigint as bonus
  from accounts a join lots l on l.account_id = a.id
  where a.member_id = m.id and l.remaining > 0 and (l.expires_at is null or l.expires_at > house_now())) b`

export const MEMBER_SORTS = ['-registeredAt', 'kana', 'number'] as const

export function listMembers(
  sql: Sql,
  filter: {
    readonly ids?: readonly string[] | undefined
    readonly issuerIds: readonly string[]
    readonly memberId?: string | undefined
    readonly q?: string | undefined
  },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(filter.issuerIds, 'm.issuer_id = any(?::uuid[])')
    .when(filter.ids, 'm.id = any(?::uuid[])')
    .when(filter.memberId, 'm.id = ?::uuid')
    // Somebody erased is still named where he is referred to, and found nowhere else.
    .when(filter.ids ? undefined : false, '(m.erased_at is not null) = ?')
    .when(
      filter.q,
      `m.name_key like '%' || like_text(search_key(?)) || '%' or m.kana_key like '%' || like_text(search_key(?)) || '%'
       or m.phone_key like '%' || phone_key(?) || '%' or lower(m.email) like '%' || like_text(lower(?)) || '%'
       or m.number = upper(normalize(?, nfkc))`,
    )
  const sorts = { registeredAt: 'm.registered_at', kana: 'm.kana', number: 'm.number' }
  return listPage<MemberRow>(sql, { select: SELECT, from: FROM, where, sorts, key: 'm.id' }, wish)
}

export const findMember = (sql: Sql, id: string) =>
  sql.maybe<MemberRow>(`select ${SELECT} from ${FROM} where m.id = $1`, [id])
