import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { LINE_STATUSES, orderStatus } from '../../domain/lodging/order-status.ts'
import { type InnBooks, innBooks } from './support/inn-books.ts'

let inn: InnBooks
beforeAll(async () => {
  inn = await innBooks()
}, 60_000)
afterAll(() => inn.stop())

test('order state = f(line states): the view says what the domain says, for any lines', async () => {
  const anyOrder = fc.array(fc.constantFrom(...LINE_STATUSES), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(anyOrder, { minLength: 1, maxLength: 8 }), async (orders) => {
      // A room for every line: who is inside one hinders nobody else.
      const { type, rooms } = await inn.type(orders.flat().length)
      for (const statuses of orders) {
        const order = await inn.order()
        for (const status of statuses)
          await inn.take(inn.app, {
            order,
            type,
            room: rooms.pop() as string,
            from: 0,
            to: 1,
            status,
          })
        const { rows } = await inn.app.query(
          'select status, lines from order_states where order_id = $1',
          [order],
        )
        expect(rows[0]).toEqual({
          status: orderStatus(statuses.map((status) => ({ status }))),
          lines: statuses.length,
        })
      }
    }),
    { numRuns: 10 },
  )
}, 60_000)
