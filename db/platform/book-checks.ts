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
      join properties p on p.id = l.property_id
      -- A guest who moved slept the nights before in another room.
      left join room_nights n on n.line_id = l.id and n.night >= l.check_in and n.night < l.check_out
        and (n.room_id = l.room_id or n.night < business_date(p, house_now()))
      where l.status in ('pending', 'confirmed', 'in_house')
      group by l.id having count(n.*) <> l.check_out - l.check_in`,
  },
  {
    name: 'Rooms are held by open stays and blocks only',
    count: 'select count(*) from room_nights',
    wrong: `select 'room ' || n.room_id || ' night ' || n.night as what from room_nights n
      left join order_lines l on l.id = n.line_id left join room_blocks b on b.id = n.block_id
      left join properties p on p.id = l.property_id
      where l.status in ('expired', 'cancelled') or b.room_id <> n.room_id
        or (l.room_id <> n.room_id and n.night >= business_date(p, house_now()))`,
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
      where coalesce(m.spent, 0) - coalesce(m.returned, 0) <> case
          when l.status in ('confirmed', 'in_house', 'departed', 'no_show') then l.amount - l.returned
          when l.status = 'cancelled' then l.fee else 0 end
        or (l.status in ('pending', 'expired') and m.spent is not null)`,
  },
  {
    name: 'What was paid for a stay and not returned is held, earned or kept, to the point',
    count: 'select count(*) from recognised_nights',
    wrong: `select 'stay ' || l.id as what from order_lines l
      left join (select e.line_id, -coalesce(sum(e.amount) filter (where a.kind = 'wallet'), 0) as paid,
          coalesce(sum(e.amount) filter (where a.kind = 'advance_received'), 0) as held,
          coalesce(sum(e.amount) filter (where a.kind = 'lodging_revenue'), 0) as earned,
          coalesce(sum(e.amount) filter (where a.kind = 'cancellation_revenue'), 0) as kept
        from entries e join accounts a on a.id = e.account_id where e.line_id is not null group by 1) m on m.line_id = l.id
      left join (select line_id, sum(amount) as earned from recognised_nights group by 1) r on r.line_id = l.id
      where m.paid <> m.held + m.earned + m.kept or coalesce(m.earned, 0) <> coalesce(r.earned, 0)
        or coalesce(m.kept, 0) <> l.fee or coalesce(m.held, 0) < 0`,
  },
  {
    name: 'Every day that has passed is rolled, and its nights are earned',
    count: 'select count(*) from business_days',
    wrong: `select 'business day of property ' || p.id as what from properties p
      left join business_days d on d.property_id = p.id and d.rolled_at is null
      where d.id is null or d.due_at < house_now() - interval '10 minutes'
      union all
      select 'stay ' || l.id from properties p
      join lateral (select day, rolled_at from business_days where property_id = p.id and rolled_at is not null
        order by day desc limit 1) d on true
      join order_lines l on l.property_id = p.id and l.status in ('in_house', 'departed') and l.checked_in_at <= d.rolled_at
        and not exists (select from cancellation_request_lines c join approval_requests q on q.id = c.request_id
          where c.line_id = l.id and (c.open or q.decided_at > d.rolled_at))
      join line_nights n on n.line_id = l.id and n.night <= d.day
      join entries e on e.line_id = n.line_id and e.night = n.night
      join accounts a on a.id = e.account_id and a.kind = 'advance_received'
      group by l.id, n.night having sum(e.amount) <> 0`,
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
