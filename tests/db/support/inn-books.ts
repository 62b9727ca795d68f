import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { addDays, nightsOf } from '../../../domain/lodging/local-date.ts'
import type { LineStatus } from '../../../domain/lodging/order-status.ts'
import { inTransaction, type SmallBooks, smallBooks } from './small-books.ts'

export const FIRST = '2027-03-01'
/** The day so many days after the first of March. */
export const day = (n: number) => addDays(FIRST, n)

/** Small books with rooms, and the few statements a booking is made of. */
export type InnBooks = Awaited<ReturnType<typeof innBooks>>

export async function innBooks() {
  const books: SmallBooks = await smallBooks()
  const dwelling = randomUUID()
  await books.owner.query(
    "insert into dwellings (id, property_id, name, licence) values ($1, $2, '本館', 'inn')",
    [dwelling, books.property],
  )
  const member = await books.member()

  /** A new room type with so many rooms, numbered 01, 02 … */
  async function type(rooms: number): Promise<{ type: string; rooms: string[] }> {
    const id = randomUUID()
    await books.app.query(
      "insert into room_types (id, property_id, code, name, name_en, capacity) values ($1, $2, $3, '型', 'Type', 4)",
      [id, books.property, `t-${id.slice(0, 8)}`],
    )
    const { rows } = await books.app.query(
      `insert into rooms (property_id, dwelling_id, room_type_id, number, floor)
       select $1, $2, $3, $4 || lpad(n::text, 2, '0'), 1 from generate_series(1, $5::int) n order by n returning id`,
      [books.property, dwelling, id, `${id.slice(0, 8)}-`, rooms],
    )
    return { type: id, rooms: rows.map((row) => row.id) }
  }

  async function order(client: Pick<PoolClient, 'query'> = books.app): Promise<string> {
    const id = randomUUID()
    await client.query(
      `insert into orders (id, property_id, issuer_id, member_id, channel, placed_at, remind_at, pay_by)
       values ($1, $2, $3, $4, 'desk', now(), now(), now())`,
      [id, books.property, books.issuer, member],
    )
    return id
  }

  /** A line with its nights, written in date order; `status` of its own when it holds no room any more. */
  async function take(
    client: Pick<PoolClient, 'query'>,
    what: {
      order: string
      type: string
      room: string
      from: number
      to: number
      status?: LineStatus
    },
  ): Promise<string> {
    const id = randomUUID()
    const status = what.status ?? 'confirmed'
    await client.query(
      `insert into order_lines (id, order_id, property_id, room_type_id, room_id, check_in, check_out, guests, status, amount, policy)
       values ($1, $2, $3, $4, $5, $6, $7, 1, $8, 0, '{}')`,
      [id, what.order, books.property, what.type, what.room, day(what.from), day(what.to), status],
    )
    if (['pending', 'confirmed', 'in_house'].includes(status))
      await client.query(
        'insert into room_nights (room_id, night, line_id) select $1, n, $2 from unnest($3::date[]) n order by n',
        [what.room, id, nightsOf(day(what.from), day(what.to))],
      )
    return id
  }

  return {
    ...books,
    type,
    order,
    take,
    /** One room, taken on its own. */
    taken: async (typeId: string, room: string, from: number, to: number) =>
      take(books.app, { order: await order(), type: typeId, room, from, to }),
    /** As a booking does it: rooms picked and taken in one transaction. Null: too few. */
    book: (typeId: string, from: number, to: number, count = 1): Promise<string[] | null> =>
      inTransaction(books.app, async (client) => {
        const { rows } = await client.query('select pick_rooms($1, $2, $3, $4) as rooms', [
          typeId,
          day(from),
          day(to),
          count,
        ])
        const rooms: string[] | null = rows[0].rooms
        const id = await order(client)
        for (const room of rooms ?? [])
          await take(client, { order: id, type: typeId, room, from, to })
        return rooms
      }),
    /** The rooms on offer, best first. */
    free: async (typeId: string, from: number, to: number): Promise<string[]> =>
      (
        await books.app.query('select room_id from free_rooms($1, $2, $3)', [
          typeId,
          day(from),
          day(to),
        ])
      ).rows.map((row) => row.room_id),
  }
}
