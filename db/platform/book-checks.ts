/**
 * What must be true of the books at any moment. `wrong` selects the rows that break it, the first of
 * them named by `what`; `count` says how much was looked at.
 */
export type BookCheck = { readonly name: string; readonly count: string; readonly wrong: string }

export const BOOK_CHECKS: readonly BookCheck[] = [
  {
    name: 'Every transfer balances',
    count: 'select count(*) from transfers',
    wrong: `select 'transfer ' || t.id as what from transfers t left join entries e on e.transfer_id = t.id
      group by t.id having count(e.*) < 2 or coalesce(sum(e.amount), 0) <> 0`,
  },
  {
    name: 'Points are conserved: sold and unspent, spent, returned and kept sum to nothing',
    count: 'select count(*) from entries',
    wrong: `select 'issuer ' || a.issuer_id as what from entries e join accounts a on a.id = e.account_id
      group by a.issuer_id having sum(e.amount) <> 0`,
  },
  {
    name: 'Lots say what their entries say',
    count: 'select count(*) from lots',
    wrong: `select 'lot ' || l.id as what from lots l left join entries e on e.lot_id = l.id
      group by l.id having l.remaining <> coalesce(sum(e.amount), 0)`,
  },
  {
    name: 'Wallets say what their lots and entries say',
    count: "select count(*) from accounts where kind = 'wallet'",
    wrong: `select 'account ' || a.id as what from accounts a
      left join (select account_id, sum(remaining) as remaining from lots group by 1) l on l.account_id = a.id
      left join (select account_id, sum(amount) as amount from entries group by 1) e on e.account_id = a.id
      where a.floor is not null and (a.balance <> coalesce(l.remaining, 0) or a.balance <> coalesce(e.amount, 0))`,
  },
  {
    name: 'No room-night is sold twice, and open stays hold all of theirs',
    count: 'select count(*) from room_nights',
    wrong: `select 'stay ' || l.id as what from order_lines l
      left join room_nights n on n.line_id = l.id and n.room_id = l.room_id
        and n.night >= l.check_in and n.night < l.check_out
      where l.status in ('pending', 'confirmed', 'in_house')
      group by l.id having count(n.*) <> l.check_out - l.check_in`,
  },
  {
    name: 'Rooms are held by open stays and blocks only',
    count: 'select count(*) from room_nights',
    wrong: `select 'room ' || n.room_id || ' night ' || n.night as what from room_nights n
      left join order_lines l on l.id = n.line_id left join room_blocks b on b.id = n.block_id
      where l.status in ('expired', 'cancelled') or l.room_id <> n.room_id or b.room_id <> n.room_id`,
  },
  {
    name: 'Orders are a function of their lines, and lines cost what their nights cost',
    count: 'select count(*) from order_lines',
    wrong: `select 'stay ' || l.id as what from order_lines l join orders o on o.id = l.order_id
      left join (select line_id, sum(amount) as amount, count(*) as nights from line_nights group by 1) n on n.line_id = l.id
      where n.amount is distinct from l.amount or n.nights is distinct from l.check_out - l.check_in
        or (l.status in ('confirmed', 'in_house', 'departed', 'no_show') and o.settled_at is null)
        or (l.status = 'pending' and o.settled_at is not null)`,
  },
  {
    name: 'What orders are searched by is what their lines say',
    count: 'select count(*) from order_summaries',
    wrong: `select 'order ' || o.id as what from orders o join order_states s on s.order_id = o.id
      left join order_summaries c on c.order_id = o.id
      where s.lines > 0 and (c.number, c.property_id, c.member_id, c.channel, c.queue, c.status, c.check_in, c.check_out,
          c.total, c.fee, c.returned)
        is distinct from (o.number, o.property_id, o.member_id, o.channel, o.queue, s.status, s.check_in, s.check_out,
          s.total, s.fee, s.returned)`,
  },
  {
    name: 'What was paid for a stay is what it cost, and what came back is what it says',
    count: 'select count(*) from order_lines',
    wrong: `select 'stay ' || l.id as what from order_lines l
      left join (select e.line_id, -sum(e.amount) filter (where t.kind = 'spend') as spent,
          coalesce(sum(e.amount) filter (where t.kind = 'return'), 0) as returned
        from entries e join transfers t on t.id = e.transfer_id where e.lot_id is not null and e.line_id is not null
        group by 1) m on m.line_id = l.id
      where coalesce(m.returned, 0) <> l.returned
        or (l.status in ('confirmed', 'in_house', 'departed', 'no_show') and m.spent is distinct from l.amount)
        or (l.status in ('pending', 'expired') and m.spent is not null)
        or (l.status = 'cancelled' and coalesce(m.spent, 0) <> l.fee + l.returned)`,
  },
  {
    name: 'Advances received are held for open and past stays only',
    count: "select count(*) from order_lines where status = 'cancelled'",
    wrong: `select 'stay ' || l.id as what from order_lines l
      join entries e on e.line_id = l.id join accounts a on a.id = e.account_id and a.kind = 'advance_received'
      where l.status = 'cancelled' group by l.id having sum(e.amount) <> 0`,
  },
  {
    name: 'Decisions and requests agree, and nothing came back before a decision',
    count: 'select count(*) from approval_requests',
    wrong: `select 'approval ' || q.id as what from approval_requests q
      left join approval_decisions d on d.request_id = q.id
      where (q.status in ('approved', 'settled')) <> coalesce(d.decision = 'approve', false)
        or (q.status = 'rejected') <> coalesce(d.decision = 'reject', false)
        or (q.status <> 'settled' and exists (select from transfers t where t.key = 'return:cancellation:' || q.id))`,
  },
  {
    name: 'Temporal has been told everything within a minute',
    count: 'select count(*) from outbox',
    wrong: `select 'outbox ' || id || ' for ' || workflow_id as what from outbox
      where delivered_at is null and created_at < clock_timestamp() - interval '1 minute'`,
  },
]
