import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { SmallBooks } from './small-books.ts'

export type Night = { readonly line: string; readonly night: string; readonly amount: number }
export type LotClass = 'paid' | 'bonus'

export const START = Date.parse('2026-05-01T00:00:00.000Z')
export const DAY = 86_400_000
export const at = (days: number, ms = 0) => new Date(START + days * DAY + ms)

/** The room-nights of one line, one amount each. */
export const nights = (line: string, ...amounts: number[]): Night[] =>
  amounts.map((amount, index) => ({
    line,
    night: new Date(START + index * DAY).toISOString().slice(0, 10),
    amount,
  }))

/** The posting functions as the verbs call them, in the application's role. */
export function postingOn(books: SmallBooks, through: Pool | PoolClient = books.app) {
  const { property, cash, advance, revenue } = books
  const columns = (some: readonly Night[]) => [
    some.map((one) => one.line),
    some.map((one) => one.night),
    some.map((one) => one.amount),
  ]
  const first = async (text: string, values: unknown[]): Promise<string | null> =>
    (await through.query(text, values)).rows[0].id
  return {
    issue: (
      member: string,
      amount: number,
      more: {
        lotClass?: LotClass
        expires?: Date | null
        at?: Date
        key?: string
        counter?: string
      } = {},
    ) =>
      first(`select points_issue($1, $2, $3, $4, $5, $6, $7, $8, 'member', $2, 'test') as id`, [
        more.key ?? randomUUID(),
        member,
        more.lotClass ?? 'paid',
        amount,
        more.expires ?? null,
        more.counter ?? cash,
        more.at ?? at(0),
        property,
      ]),
    spend: (
      member: string,
      some: readonly Night[],
      more: { at?: Date; key?: string; counter?: string } = {},
    ) =>
      first(
        `select points_spend($1, $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], 'test') as id`,
        [
          more.key ?? randomUUID(),
          member,
          more.counter ?? advance,
          more.at ?? at(0),
          property,
          randomUUID(),
          ...columns(some),
        ],
      ),
    giveBack: (
      member: string,
      some: readonly Night[],
      more: { at?: Date; key?: string; counter?: string } = {},
    ) =>
      first(
        `select points_return($1, $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], 'test') as id`,
        [
          more.key ?? randomUUID(),
          member,
          more.counter ?? advance,
          more.at ?? at(0),
          property,
          randomUUID(),
          ...columns(some),
        ],
      ),
    move: (some: readonly Night[], more: { key?: string; from?: string; to?: string } = {}) =>
      first(
        `select ledger_move($1, 'retain_fee', $2, $3, $4, $5, 'order', $6, $7::uuid[], $8::date[], $9::bigint[], 'test') as id`,
        [
          more.key ?? randomUUID(),
          more.from ?? advance,
          more.to ?? revenue,
          at(0),
          property,
          randomUUID(),
          ...columns(some),
        ],
      ),
    /** What is left of each lot, in the order they were issued. */
    lots: async (member: string): Promise<number[]> =>
      (
        await through.query(
          `select l.remaining from lots l join accounts a on a.id = l.account_id where a.member_id = $1
           order by l.issued_at, l.id`,
          [member],
        )
      ).rows.map((row) => row.remaining),
    balance: async (member: string): Promise<number> =>
      (
        await through.query(
          'select sum(balance)::bigint as balance from accounts where member_id = $1',
          [member],
        )
      ).rows[0].balance,
    /** Which lot, by its order of issue, paid how much for each room-night of a transfer. */
    allocation: async (transfer: string | null): Promise<[string, number, number][]> =>
      (
        await through.query(
          `select e.night, n.ord, abs(e.amount) as amount from entries e
           join (select id, rank() over (partition by (select member_id from accounts a where a.id = account_id)
             order by issued_at, id)::int as ord from lots) n on n.id = e.lot_id
           where e.transfer_id = $1 order by e.line_id, e.night, n.ord`,
          [transfer],
        )
      ).rows.map((row) => [row.night, row.ord, row.amount]),
  }
}

/** What is wrong with the books; all of section 4's money invariants in one question. Nothing, if all is well. */
export async function brokenInvariants(books: Pick<SmallBooks, 'owner'>): Promise<string[]> {
  const { rows } = await books.owner.query(`
    select 'transfer does not balance: ' || transfer_id as what from entries
      group by transfer_id having sum(amount) <> 0 or count(*) < 2
    union all select 'all entries sum to ' || sum(amount) from entries having sum(amount) <> 0
    union all select 'wallet differs from its lots: ' || a.id from accounts a
      left join lots l on l.account_id = a.id where a.floor is not null
      group by a.id having a.balance <> coalesce(sum(l.remaining), 0)
    union all select 'wallet differs from its entries: ' || a.id from accounts a
      left join entries e on e.account_id = a.id where a.floor is not null
      group by a.id having a.balance <> coalesce(sum(e.amount), 0)
    union all select 'lot differs from its entries: ' || l.id from lots l
      left join entries e on e.lot_id = l.id group by l.id having l.remaining <> coalesce(sum(e.amount), 0)
    union all select 'more returned than spent: ' || line_id || ' ' || night from entries
      where lot_id is not null and line_id is not null group by line_id, night, lot_id having sum(amount) > 0
    union all select 'lot of another class or wallet: ' || l.id from lots l
      join accounts a on a.id = l.account_id where a.lot_class is distinct from l.lot_class`)
  return rows.map((row) => row.what)
}
