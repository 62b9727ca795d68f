import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, daysBetween, nightsOf } from '../../domain/lodging/local-date.ts'
import { type Kpis, readKpis } from '../../db/lodging/kpi-queries.ts'
import { type Database, openDatabase } from '../../db/platform/database.ts'
import { day, type InnBooks, innBooks } from './support/inn-books.ts'

/**
 * Four days of a house of five rooms, written down with its sums in docs/kpis.md:
 *
 *            1.      2.       3.       4.
 *   A     S1 10,000 S1 12,000 S3 8,000   –
 *   B     closed    S2 9,000  S2 9,000   –
 *   C     closed    no-show     –      retired
 *   D     closed    blocked   blocked    –
 *   E       ·         ·         –      pending     (in the house from the 3rd)
 */
let inn: InnBooks
let database: Database
let rooms: Record<'A' | 'B' | 'C' | 'D' | 'E', string>
let type: string

beforeAll(async () => {
  inn = await innBooks()
  database = await openDatabase({ url: inn.books.appUrl, pool: 2, name: 'kpis' })
  const made = await inn.type(5)
  type = made.type
  const [A = '', B = '', C = '', D = '', E = ''] = made.rooms
  rooms = { A, B, C, D, E }
  await inn.owner.query('update rooms set retired_at = $2 where id = $1', [C, noon(3)])
  await inn.owner.query('update rooms set created_at = $2 where id = $1', [E, noon(2)])
  await inn.owner.query('insert into rates (room_type_id, night, amount) values ($1, $2, null)', [
    type,
    day(0),
  ])
  await block(D, [day(1), day(2)])
  await sell({ room: A, from: 0, amounts: [10_000, 12_000], status: 'departed', lead: 10, who: 1 })
  await sell({ room: B, from: 1, amounts: [9_000, 9_000], status: 'in_house', lead: 0, who: 2 })
  await sell({ room: A, from: 2, amounts: [8_000], status: 'confirmed', lead: 4, who: 1 })
  await sell({ room: C, from: 1, amounts: [7_000], status: 'no_show', lead: 29, who: 3 })
  await sell({ room: E, from: 3, amounts: [7_000], status: 'pending', lead: 1, who: 4 })
  await cancel('weather', 50, noon(0))
  await cancel(null, null, noon(1))
  await decide('approved', 30)
  await decide('rejected', 90)
  await decide('withdrawn', 900)
}, 60_000)
afterAll(async () => {
  await database?.close()
  await inn?.stop()
})

/** Noon in Tokyo on the day so many days after the first. */
const noon = (n: number) => new Date(`${day(n)}T03:00:00Z`)

const people = new Map<number, string>()
async function person(who: number): Promise<string> {
  const known = people.get(who) ?? (await inn.member())
  people.set(who, known)
  return known
}

type Sale = {
  room: string
  from: number
  amounts: number[]
  status: string
  lead: number
  who: number
}

async function sell({ room, from, amounts, status, lead, who }: Sale): Promise<string> {
  const [order, line] = [randomUUID(), randomUUID()]
  await inn.app.query(
    `insert into orders (id, property_id, issuer_id, member_id, channel, placed_at, remind_at, pay_by)
     values ($1, $2, $3, $4, 'desk', $5, $5, $5)`,
    [order, inn.property, inn.issuer, await person(who), noon(from - lead)],
  )
  const checkOut = day(from + amounts.length)
  await inn.app.query(
    `insert into order_lines (id, order_id, property_id, room_type_id, room_id, check_in, check_out, guests, status, amount, policy)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, '{}')`,
    [
      line,
      order,
      inn.property,
      type,
      room,
      day(from),
      checkOut,
      status,
      amounts.reduce((sum, amount) => sum + amount, 0),
    ],
  )
  const nights = nightsOf(day(from), checkOut)
  await inn.app.query(
    'insert into line_nights (line_id, night, amount) select $1, n, a from unnest($2::date[], $3::int[]) x(n, a)',
    [line, nights, amounts],
  )
  if (status !== 'cancelled')
    await inn.app.query(
      'insert into room_nights (room_id, night, line_id) select $1, n, $2 from unnest($3::date[]) n',
      [room, line, nights],
    )
  return line
}

async function block(room: string, nights: string[]): Promise<void> {
  const id = randomUUID()
  await inn.app.query(
    `insert into room_blocks (id, property_id, room_id, kind, from_night, until_night, reason, created_at, release_at)
     values ($1, $2, $3, 'maintenance', $4, $5, '工事', house_now(), $6)`,
    [id, inn.property, room, nights[0], nights.at(-1), noon(9)],
  )
  await inn.app.query(
    'insert into room_nights (room_id, night, block_id) select $1, n, $2 from unnest($3::date[]) n',
    [room, id, nights],
  )
}

async function ask(status: string, minutes: number): Promise<string> {
  const id = randomUUID()
  const decidedAt = new Date(noon(2).getTime() + minutes * 60_000)
  await inn.owner.query(
    `insert into approval_requests (id, kind, property_id, subject_kind, subject_id, amount, status, reason, preview, digest,
       requester_id, requester_kind, beneficiary_id, acted_for_id, requested_at, due_at, decided_at)
     values ($1, 'cancellation', $2, 'order', $1, 0, $3, '都合', '{}', repeat('0', 64), $1, 'staff', $1, $1, $4, $4, $5)`,
    [id, inn.property, status, noon(2), decidedAt],
  )
  return id
}
const decide = ask

async function cancel(reason: string | null, percent: number | null, at: Date): Promise<void> {
  const wish = { room: rooms.D, from: 20, amounts: [1_000], status: 'cancelled', lead: 0, who: 5 }
  const request = percent === null ? null : await ask('pending', 0)
  await inn.app.query(
    `insert into line_cancellations (line_id, property_id, at, reason_code, days_before, fee_percent, request_id)
     values ($1, $2, $3, $4, 1, $5, $6)`,
    [await sell(wish), inn.property, at, reason, percent, request],
  )
}

const ask4Days = (grain: 'day' | 'month'): Promise<Kpis> =>
  readKpis(database.sql, { propertyId: inn.property, from: day(0), until: day(3), grain })

describe('003-28 the worked example', () => {
  test('occupancy, ADR, RevPAR, lead time, returning guests, no-shows, cancellations, decisions', async () => {
    const { total } = await ask4Days('day')
    expect(total).toEqual({
      offered: 12,
      sold: 5,
      occupancy: 0.4167,
      revenue: 48_000,
      adr: 9_600,
      revPar: 4_000,
      arrivals: 3,
      leadDays: 4,
      returning: 1,
      returningShare: 0.3333,
      noShows: 1,
      cancelled: 2,
      decisions: 2,
      decisionMinutes: 60,
    })
  })

  test('day by day the sums are the same', async () => {
    const { periods, total } = await ask4Days('day')
    expect(
      periods.map(({ from, offered, sold, revenue }) => [from, offered, sold, revenue]),
    ).toEqual([
      [day(0), 1, 1, 10_000],
      [day(1), 3, 2, 21_000],
      [day(2), 4, 2, 17_000],
      [day(3), 4, 0, 0],
    ])
    for (const figure of ['offered', 'sold', 'revenue', 'arrivals', 'cancelled'] as const)
      expect(periods.reduce((sum, one) => sum + one[figure], 0)).toBe(total[figure])
    expect(periods[3]).toMatchObject({ occupancy: 0, adr: null, revPar: 0, leadDays: null })
  })

  test('a month is one period', async () => {
    const { periods, total } = await ask4Days('month')
    expect(periods).toEqual([{ from: '2027-03-01', ...total }])
  })

  test('cancellations are told apart by reason and by what was kept', async () => {
    const { byReason, byTier } = await ask4Days('day')
    expect(byReason).toEqual(
      expect.arrayContaining([
        { reasonCode: 'weather', rooms: 1 },
        { reasonCode: null, rooms: 1 },
      ]),
    )
    expect(byTier).toEqual([
      { feePercent: null, rooms: 1 },
      { feePercent: 50, rooms: 1 },
    ])
  })

  test('a time in which nothing was on offer has no shares, and nothing is divided by nothing', async () => {
    const from = '2020-01-01'
    const { total, periods } = await readKpis(database.sql, {
      propertyId: inn.property,
      from,
      until: addDays(from, 9),
      grain: 'day',
    })
    expect(daysBetween(from, day(0))).toBeGreaterThan(0)
    expect(total).toMatchObject({ offered: 0, occupancy: null, adr: null, revPar: null })
    expect(periods).toHaveLength(10)
  })
})
