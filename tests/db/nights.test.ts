import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { day, type InnBooks, innBooks } from './support/inn-books.ts'
import { inTransaction } from './support/small-books.ts'

let inn: InnBooks
beforeAll(async () => {
  inn = await innBooks()
}, 60_000)
afterAll(() => inn.stop())

const block = (room: string, from: number, to: number) =>
  inn.app.query(
    `with b as (insert into room_blocks (id, property_id, room_id, kind, from_night, until_night, reason, created_at, release_at)
       values ($1, $2, $3, 'maintenance', $4, $5::date - 1, 'x', now(), now() + interval '1 year') returning id)
     insert into room_nights (room_id, night, block_id)
       select $3, d, $1 from generate_series($4::date, $5::date - 1, interval '1 day') d`,
    [randomUUID(), inn.property, room, day(from), day(to)],
  )

describe('B-02 which room', () => {
  test('the tightest gap first, then by number', async () => {
    const { type, rooms } = await inn.type(4)
    const [empty, between, after, last] = rooms as [string, string, string, string]
    await inn.taken(type, between, 0, 5)
    await inn.taken(type, between, 8, 9)
    await inn.taken(type, after, 3, 5)
    expect(await inn.free(type, 5, 8)).toEqual([between, after, empty, last])
  })

  test('a guest who leaves frees the very night another arrives', async () => {
    const { type, rooms } = await inn.type(1)
    await inn.taken(type, rooms[0] as string, 2, 4)
    expect(await inn.free(type, 0, 2)).toHaveLength(1)
    expect(await inn.free(type, 4, 6)).toHaveLength(1)
    expect(await inn.free(type, 1, 3)).toEqual([])
    expect(await inn.free(type, 3, 4)).toEqual([])
  })

  test('003-05 a blocked room is not offered for its nights, a retired one for none', async () => {
    const { type, rooms } = await inn.type(2)
    await block(rooms[0] as string, 3, 5)
    await inn.app.query('update rooms set retired_at = now() where id = $1', [rooms[1]])
    expect(await inn.free(type, 4, 6)).toEqual([])
    expect(await inn.free(type, 5, 6)).toEqual([rooms[0]])
  })

  test('several rooms are given together or not at all', async () => {
    const { type, rooms } = await inn.type(3)
    await inn.taken(type, rooms[1] as string, 0, 1)
    expect(await inn.book(type, 0, 2, 3)).toBeNull()
    expect(await inn.book(type, 0, 2, 2)).toEqual([rooms[0], rooms[2]])
  })
})

describe('B-02 the last room', () => {
  test('200 callers at once: one winner, 199 refusals, no deadlock', async () => {
    const { type } = await inn.type(1)
    const answers = await Promise.all(Array.from({ length: 200 }, () => inn.book(type, 0, 3)))
    expect(answers.filter((rooms) => rooms !== null)).toHaveLength(1)
  })

  test('also when a repair wants it', async () => {
    const { type, rooms } = await inn.type(1)
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        n % 2 ? block(rooms[0] as string, n % 3, 4) : inn.book(type, n % 3, 4),
      ),
    )
    const won = answers.filter((one) => one.status === 'fulfilled' && one.value !== null)
    expect(won).toHaveLength(1)
    for (const one of answers)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ constraint: 'room_nights_once' })
  })

  test('carts of two types in either order never wait for each other in a circle', async () => {
    const [a, b] = [await inn.type(20), await inn.type(20)]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        inTransaction(inn.app, async (client) => {
          const types = n % 2 ? [a.type, b.type] : [b.type, a.type]
          await client.query('select lock_room_types($1)', [types])
          const order = await inn.order(client)
          let seated = 0
          for (const type of types) {
            const { rows } = await client.query('select pick_rooms($1, $2, $3, 1) as rooms', [
              type,
              day(0),
              day(2),
            ])
            for (const room of rows[0].rooms ?? [])
              await inn.take(client, { order, type, room, from: 0, to: 2 })
            seated += rows[0].rooms?.length ?? 0
          }
          return seated
        }),
      ),
    )
    expect(answers.filter((seated) => seated === 2)).toHaveLength(20)
    expect(answers.filter((seated) => seated === 0)).toHaveLength(20)
  })

  test('whatever is booked, blocked and given back, no night has two holders and none is refused that was free', async () => {
    const step = fc.record({
      kind: fc.constantFrom('book', 'book', 'book', 'cancel'),
      from: fc.integer({ min: 0, max: 12 }),
      nights: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const { type, rooms } = await inn.type(3)
        const held: { room: string; from: number; to: number }[] = []
        for (const { kind, from, nights, count } of steps) {
          const to = from + nights
          const clashes = (room: string) =>
            held.some((one) => one.room === room && one.from < to && from < one.to)
          if (kind === 'cancel') {
            const gone = held.pop()
            if (gone)
              await inn.app.query(
                'delete from room_nights where room_id = $1 and night >= $2 and night < $3',
                [gone.room, day(gone.from), day(gone.to)],
              )
            continue
          }
          const free = rooms.filter((room) => !clashes(room))
          const given = await inn.book(type, from, to, count)
          expect(given?.length ?? 0).toBe(free.length >= count ? count : 0)
          for (const room of given ?? []) {
            expect(free).toContain(room)
            held.push({ room, from, to })
          }
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('B-02 the database has the last word', () => {
  test('a night is one row, with one holder, held by a line or a block', async () => {
    const { type, rooms } = await inn.type(1)
    const room = rooms[0] as string
    await inn.taken(type, room, 0, 2)
    await expect(inn.taken(type, room, 1, 3)).rejects.toMatchObject({
      constraint: 'room_nights_once',
    })
    await expect(block(room, 1, 2)).rejects.toMatchObject({ constraint: 'room_nights_once' })
    await expect(
      inn.app.query('insert into room_nights (room_id, night) values ($1, $2)', [room, day(9)]),
    ).rejects.toMatchObject({ constraint: 'room_nights_one_holder' })
  })

  test('003-25 two parties are never inside one room, whatever the nights say', async () => {
    const { type, rooms } = await inn.type(1)
    const inside = async (from: number) =>
      inn.take(inn.app, {
        order: await inn.order(),
        type,
        room: rooms[0] as string,
        from,
        to: from + 1,
        status: 'in_house',
      })
    await inside(0)
    await expect(inside(5)).rejects.toMatchObject({ constraint: 'order_lines_one_in_house' })
  })
})
