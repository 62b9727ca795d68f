import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type LotRow = {
  id: string
  lotClass: 'paid' | 'bonus'
  issuedAt: string
  expiresAt: string | null
  issued: number
  remaining: number
  expired: boolean
}

/** A member's lots in the order they are spent. */
export const lotsOfMember = (sql: Sql, memberId: string) =>
  sql.rows<LotRow>(
    `select l.id, l.lot_class as "lotClass", l.issued_at as "issuedAt", l.expires_at as "expiresAt", l.issued, l.remaining,
       coalesce(l.expires_at <= house_now(), false) as expired
     from lots l join accounts a on a.id = l.account_id where a.member_id = $1
     order by l.expires_at nulls last, l.lot_class desc, l.issued_at, l.id`,
    [memberId],
  )

export type PointEntryRow = {
  id: string
  at: string
  kind: 'top_up' | 'spend' | 'return'
  amount: number
  balanceAfter: number
  orderId: string | null
  orderNumber: string | null
}

/** A member's history, one row a posting, with the running balance. */
export function listPointEntries(sql: Sql, memberId: string, wish: PageWish) {
  const from = `(
    select t.id, t.at, t.kind, t.subject_kind, t.subject_id, sum(e.amount)::bigint as amount, max(t.posted_at) as posted_at,
      sum(sum(e.amount)) over (order by t.at, t.posted_at, t.id)::bigint as balance_after
    from entries e join accounts a on a.id = e.account_id join transfers t on t.id = e.transfer_id
    where a.member_id = $1::uuid group by t.id
  ) x left join orders o on x.subject_kind = 'order' and o.id = x.subject_id`
  const where = new Conditions().when(memberId, '?::uuid is not null')
  return listPage<PointEntryRow>(
    sql,
    {
      select: `x.id, x.at, x.kind, x.amount, x.balance_after as "balanceAfter", o.id as "orderId", o.number as "orderNumber"`,
      from,
      where,
      sorts: { at: 'x.at' },
      key: 'x.posted_at',
    },
    wish,
  )
}
