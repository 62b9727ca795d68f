import { brokenInvariants } from '../../db/support/posting.ts'
import type { Inn } from './inn.ts'

/** Section 4 over money and rooms at once: what is wrong with the house. Nothing, if all is well. */
export async function unsound(inn: Pick<Inn, 'owner'>): Promise<string[]> {
  const { rows } = await inn.owner.query(`
    with line as (
      select l.*, o.settled_at, (select coalesce(sum(e.amount), 0) from entries e join accounts a on a.id = e.account_id
        where e.line_id = l.id and a.kind = 'advance_received') as advance,
        (select coalesce(sum(r.amount), 0) from recognised_nights r where r.line_id = l.id) as earned,
        (select count(*) from entries e where e.line_id = l.id) as posted,
        (select count(*) from room_nights n where n.line_id = l.id) as nights,
        (select sum(n.amount) from line_nights n where n.line_id = l.id) as agreed
      from order_lines l join orders o on o.id = l.order_id
    )
    select 'a line is not the sum of its nights: ' || id as what from line where amount is distinct from agreed
    union all select 'a line that holds no room has nights: ' || id from line
      where status in ('cancelled', 'expired') and nights > 0
    union all select 'a line that holds a room lacks nights: ' || id from line
      where status in ('pending', 'confirmed', 'in_house') and nights <> check_out - check_in
    union all select 'paid for, but not sold: ' || id || ' ' || status from line
      where advance <> case when status in ('confirmed', 'in_house', 'departed', 'no_show')
        then amount - fee - returned - earned else 0 end
    union all select 'posted, though never paid: ' || id from line
      where settled_at is null and posted > 0
    union all select 'cancelled for another sum: ' || id from line
      where status = 'cancelled' and posted > 0 and fee + returned <> amount
    union all select 'kept and returned before it was cancelled: ' || id from line
      where status not in ('cancelled', 'no_show', 'departed') and fee + returned > 0
    union all select 'a settled request with an open line: ' || r.request_id from cancellation_request_lines r
      join approval_requests a on a.id = r.request_id where r.open and a.status not in ('pending', 'approved')
    union all select 'decided ' || count(*) || ' times: ' || request_id from approval_decisions
      group by request_id having count(*) > 1
    union all select 'returned before approval: ' || t.id from transfers t where t.kind = 'return' and t.key not like 'return:no\\_show:%' and not exists (
      select from approval_requests a where t.key = 'return:cancellation:' || a.id and a.status = 'settled')
    union all select 'cleaned in two ways: ' || room_id from cleanings where done_at is null group by room_id having count(*) > 1
    union all select 'a guest inside a room that is being cleaned: ' || l.id from order_lines l
      join cleanings c on c.room_id = l.room_id and c.done_at is null where l.status = 'in_house'`)
  return [...(await brokenInvariants(inn)), ...rows.map((row) => row.what as string)]
}
