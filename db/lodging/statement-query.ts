import type { Sql } from '../platform/sql.ts'
import { findOrder, type OrderRow } from './order-queries.ts'
import type { StayRow } from './stay-queries.ts'

/** Points of one kind of lot that paid for a stay, and what of them went back. */
export type LotUse = { lotClass: 'paid' | 'bonus'; used: number; returned: number }

export type StatementStay = StayRow & { points: LotUse[] }
export type Statement = {
  order: OrderRow
  timeZone: string
  stays: StatementStay[]
  total: number
  fee: number
  returned: number
  points: LotUse[]
}

/** What a stay, or every room of an order, came to. Null: no such order, or none of its stays is asked for. */
export async function findStatement(
  sql: Sql,
  orderId: string,
  stayId: string | null,
): Promise<Statement | null> {
  const order = await findOrder(sql, orderId)
  const stays = order?.stays.filter((stay) => stayId === null || stay.id === stayId) ?? []
  if (!order || stays.length === 0) return null
  const { timeZone } = await sql.one<{ timeZone: string }>(
    'select time_zone as "timeZone" from properties where id = $1',
    [order.propertyId],
  )
  // A wallet's entry about a stay takes points for a night (negative) or gives them back to their lot.
  const uses = await sql.rows<LotUse & { lineId: string }>(
    `select e.line_id as "lineId", a.lot_class as "lotClass",
       coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::int as used,
       coalesce(sum(e.amount) filter (where e.amount > 0), 0)::int as returned
     from entries e join accounts a on a.id = e.account_id
     where a.kind = 'wallet' and e.line_id = any($1::uuid[])
     group by e.line_id, a.lot_class order by a.lot_class desc`,
    [stays.map((stay) => stay.id)],
  )
  const pointsOf = (wanted: (lineId: string) => boolean): LotUse[] =>
    (['paid', 'bonus'] as const).flatMap((lotClass) => {
      const found = uses.filter((use) => use.lotClass === lotClass && wanted(use.lineId))
      if (found.length === 0) return []
      const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
      return [
        {
          lotClass,
          used: sum(found.map((use) => use.used)),
          returned: sum(found.map((use) => use.returned)),
        },
      ]
    })
  const sumOf = (amountOf: (stay: StayRow) => number) =>
    stays.reduce((sum, stay) => sum + amountOf(stay), 0)
  return {
    order,
    timeZone,
    stays: stays.map((stay) => ({ ...stay, points: pointsOf((lineId) => lineId === stay.id) })),
    total: sumOf((stay) => stay.amount),
    fee: sumOf((stay) => stay.fee),
    returned: sumOf((stay) => stay.returned),
    points: pointsOf(() => true),
  }
}
