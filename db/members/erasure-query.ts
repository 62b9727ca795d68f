import type { ErasureFacts } from '../../domain/members/erasure.ts'
import type { Sql } from '../platform/sql.ts'

export const readErasureFacts = (sql: Sql, memberId: string) =>
  sql.one<ErasureFacts>(
    `select
       (select count(*) from order_lines l join orders o on o.id = l.order_id
        where o.member_id = $1 and l.status in ('pending', 'confirmed', 'in_house')) as "openStays",
       (select coalesce(sum(l.remaining), 0)::bigint from accounts a join lots l on l.account_id = a.id
        where a.member_id = $1 and l.remaining > 0 and (l.expires_at is null or l.expires_at > house_now())) as points,
       (select count(*) from approval_requests q
        where q.beneficiary_id = $1 and q.status in ('pending', 'approved')) as "openRequests"`,
    [memberId],
  )
