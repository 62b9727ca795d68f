import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { type InnBooks, innBooks } from './support/inn-books.ts'
import { inTransaction } from './support/small-books.ts'

let inn: InnBooks
beforeAll(async () => {
  inn = await innBooks()
}, 60_000)
afterAll(() => inn.stop())

/** What is searched by beside what the lines say. */
const both = async (order: string) => {
  const { rows } = await inn.app.query(
    `select to_jsonb(c) - array['number', 'property_id', 'member_id', 'channel', 'queue'] as searched,
       to_jsonb(s) - array['lines', 'paid'] as said
     from order_states s left join order_summaries c on c.order_id = s.order_id where s.order_id = $1`,
    [order],
  )
  return rows[0]
}

test('003-21: what orders are searched by follows every line: new, changed, several at once', async () => {
  const { type, rooms } = await inn.type(4)
  const order = await inn.order()
  const take = (room: number, from: number, to: number) =>
    inn.take(inn.app, { order, type, room: rooms[room] as string, from, to })
  const first = await take(0, 0, 1)
  expect((await both(order)).searched).toMatchObject({
    status: 'confirmed',
    check_in: '2027-03-01',
  })
  await take(1, 3, 9)
  await take(2, 2, 4)
  let seen = await both(order)
  expect(seen.searched).toEqual(seen.said)
  expect(seen.searched).toMatchObject({ check_in: '2027-03-01', check_out: '2027-03-10' })

  await inn.app.query("update order_lines set status = 'in_house' where id = $1", [first])
  expect((await both(order)).searched).toMatchObject({ status: 'in_house' })
  await inn.app.query("update order_lines set status = 'departed' where order_id = $1", [order])
  seen = await both(order)
  expect(seen.searched).toEqual(seen.said)
  expect(seen.searched).toMatchObject({ status: 'departed' })
})

test('003-21: two stays of one order that change at the same moment are both counted', async () => {
  const { type, rooms } = await inn.type(2)
  const order = await inn.order()
  const [one, two] = [
    await inn.take(inn.app, { order, type, room: rooms[0] as string, from: 0, to: 1 }),
    await inn.take(inn.app, { order, type, room: rooms[1] as string, from: 0, to: 1 }),
  ]
  const gone = "update order_lines set status = 'departed' where id = $1"
  let second: Promise<unknown> | undefined
  await inTransaction(inn.app, async (client) => {
    await client.query(gone, [one])
    second = inn.app.query(gone, [two])
    // Until the other waits for what this one holds.
    for (let waits = 0; waits === 0; await sleep(10)) {
      const { rows: waiting } = await inn.owner.query(
        "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      waits = Number(waiting[0].n)
    }
  })
  await second
  const seen = await both(order)
  expect(seen.searched).toEqual(seen.said)
  expect(seen.searched).toMatchObject({ status: 'departed' })
})

test('B-13: the application cannot write what orders are searched by', async () => {
  await expect(inn.app.query("update order_summaries set status = 'departed'")).rejects.toThrow(
    'permission denied',
  )
})
