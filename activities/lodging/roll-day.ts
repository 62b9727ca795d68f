import { addDays, type LocalDate } from '../../domain/lodging/local-date.ts'
import type { Context } from '../platform/context.ts'
import { houseAccount } from '../points/house-accounts.ts'
import { markNoShows } from './mark-no-shows.ts'

export type OpenDay = {
  readonly id: string
  readonly propertyId: string
  readonly day: LocalDate
}

/**
 * A business day ends (decision 21): who did not come is a no-show, who should have left is a case, every
 * night slept or kept as sold becomes revenue, and the next day is opened. A house that was closed rolls
 * each missed day in its order. Runs any number of times with one effect.
 */
export async function rollDay(context: Context, input: { id: string }): Promise<void> {
  const { sql, now } = context
  const day = await sql.maybe<OpenDay>(
    `select id, property_id as "propertyId", day from business_days
     where id = $1 and rolled_at is null and due_at <= $2 for update`,
    [input.id, now],
  )
  if (!day) return
  const noShows = await markNoShows(context, day)
  const overdue = await raiseOverdueDepartures(context, day)
  const advance = await houseAccount(sql, 'advance_received', day.propertyId)
  const earned = await houseAccount(sql, 'lodging_revenue', day.propertyId)
  const { nights, revenue } = await sql.one<{ nights: number; revenue: number }>(
    'select nights, revenue from recognise_nights($1, $2, $3, $4)',
    [day.id, advance, earned, context.requestId],
  )
  const found = { nights, revenue, noShows, overdue }
  await sql.run('update business_days set rolled_at = $2, found = $3 where id = $1', [
    day.id,
    now,
    JSON.stringify(found),
  ])
  const next = await sql.one<{ id: string }>(
    `insert into business_days (property_id, day, due_at)
     select p.id, $2::date, business_day_ends(p, $2::date) from properties p where p.id = $1 returning id`,
    [day.propertyId, addDays(day.day, 1)],
  )
  context.audit({
    verb: 'day.rolled',
    subject: { kind: 'property', id: day.propertyId },
    propertyId: day.propertyId,
    after: { day: day.day, ...found },
  })
  context.tell('day_roll', next.id)
}

/** Most were raised at their own hour; what the roll adds is that none is missed. How many are open. */
async function raiseOverdueDepartures({ sql, now }: Context, day: OpenDay): Promise<number> {
  await sql.run(
    `insert into cases (kind, property_id, subject_kind, subject_id, cause, opened_at)
     select 'overdue_departure', l.property_id, 'stay', l.id, 'due ' || rfc3339(l.overdue_at), $3 from order_lines l
     where l.property_id = $1 and l.status = 'in_house' and l.check_out <= $2
     on conflict (kind, subject_kind, subject_id) where closed_at is null do nothing`,
    [day.propertyId, day.day, now],
  )
  const { overdue } = await sql.one<{ overdue: number }>(
    `select count(*)::int as overdue from order_lines
     where property_id = $1 and status = 'in_house' and check_out <= $2`,
    [day.propertyId, day.day],
  )
  return overdue
}
