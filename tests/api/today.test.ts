import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addDays, type Staged, stage } from './support/staged.ts'
import { arrival } from '../support/arrival.ts'

let inn: TestHouse
let at: Staged
let front: TestClient
let manager: TestClient
beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  front = await inn.as('front')
  manager = await inn.as('manager')
}, 60_000)
afterAll(() => inn.stop())

type Line = {
  stay: { id: string; status: string; checkIn: string; checkOut: string; roomNumber: string }
  room: string
  overdue: boolean
  next: string
}
const today = (client: TestClient = front) => client.get(`/v1/today?propertyId=${inn.property}`)
const lineOf = (lines: Line[], id: string) => lines.find(({ stay }) => stay.id === id)

test('003-27 today: who comes, who is in, who leaves, what waits, and the next step of each', async () => {
  const day = await today(manager)
  const lines: Line[] = [...day.arrivals, ...day.departures, ...day.inHouse]
  const { data } = await front.get(`/v1/stays?propertyId=${inn.property}&perPage=100`)
  const expected = data.filter(
    (stay: Line['stay']) =>
      stay.status === 'in_house' ||
      (['pending', 'confirmed'].includes(stay.status) &&
        stay.checkIn <= day.businessDate &&
        stay.checkOut > day.businessDate),
  )
  expect(lines.map(({ stay }) => stay.id).toSorted()).toEqual(
    expected.map(({ id }: Line['stay']) => id).toSorted(),
  )
  expect(lineOf(day.arrivals, at.arriving.id)).toMatchObject({ room: 'ready', next: 'check_in' })
  expect(lineOf(day.inHouse, at.inHouse.id)).toMatchObject({ overdue: false, next: 'open' })
  expect(day.approvals.map(({ id }: { id: string }) => id)).toContain(at.request.id)
  expect(day.counts).toMatchObject({ departed: 1 })
})

test('003-25 003-26: in with the arrival, out on its last day, and never both', async () => {
  const before = await today()
  await front.post(`/v1/stays/${at.arriving.id}/check-in`, arrival())
  const inside = await today()
  expect(lineOf(inside.arrivals, at.arriving.id)).toBeUndefined()
  expect(lineOf(inside.inHouse, at.arriving.id)).toMatchObject({ next: 'open' })
  expect(inside.counts.arrived).toBe(before.counts.arrived + 1)
  expect(inside.counts.guests).toBe(before.counts.guests + 1)

  await asOwner(inn, (sql) => sql.run('update clock set offset_ms = offset_ms + 24 * 3600 * 1000'))
  const tomorrow = await today()
  expect(tomorrow.businessDate).toBe(addDays(before.businessDate, 1))
  expect(lineOf(tomorrow.departures, at.arriving.id)).toMatchObject({ next: 'check_out' })
  expect(tomorrow.counts.arrived).toBe(0)
  await asOwner(inn, (sql) => sql.run('update clock set offset_ms = 0'))
})

test('003-06: a room that is not ready says so on the arrival, and what to do first', async () => {
  const { businessDate } = await today()
  const order = await front.post('/v1/orders', {
    propertyId: inn.property,
    memberId: at.member.id,
    stays: [
      {
        roomTypeId: at.types['single'],
        checkIn: businessDate,
        checkOut: addDays(businessDate, 1),
        count: 1,
        guestsPerRoom: 1,
      },
    ],
  })
  const [stay] = order.stays
  await asOwner(inn, (sql) =>
    sql.run(
      `insert into cleanings (id, property_id, room_id, line_id, started_at, due_at)
       select new_id(), property_id, room_id, id, house_now(), house_now() + interval '1 hour' from order_lines where id = $1
       on conflict do nothing`,
      [stay.id],
    ),
  )
  const day = await today()
  expect(lineOf(day.arrivals, stay.id)).toMatchObject({ room: 'cleaning', next: 'finish_cleaning' })
  expect(day.rooms).toContainEqual(
    expect.objectContaining({
      roomId: stay.roomId,
      room: 'cleaning',
      allowedActions: ['finish_cleaning'],
    }),
  )
  const seenByAccounting = await today(await inn.as('accounting'))
  expect(
    seenByAccounting.rooms.find(({ roomId }: { roomId: string }) => roomId === stay.roomId)
      .allowedActions,
  ).toEqual([])

  await asOwner(inn, (sql) =>
    sql.run(
      `update properties set inspection_required = true where id = (select property_id from order_lines where id = $1)`,
      [stay.id],
    ),
  )
  await front.post(`/v1/rooms/${stay.roomId}/finish-cleaning`)
  const waiting = await today()
  expect(lineOf(waiting.arrivals, stay.id)).toMatchObject({ room: 'cleaning', next: 'open' })
  expect(waiting.rooms).toContainEqual(
    expect.objectContaining({ roomId: stay.roomId, next: 'open', allowedActions: [] }),
  )
  const board = await front.get(`/v1/board?propertyId=${inn.property}`)
  expect(board.rooms.find(({ id }: { id: string }) => id === stay.roomId)).toMatchObject({
    status: 'cleaning',
    cleaning: { toInspect: true },
    allowedActions: expect.not.arrayContaining(['finish_cleaning']),
  })
  await asOwner(inn, (sql) => sql.run('update properties set inspection_required = false'))
})

test('003-19: what waits for points stands with the sum that is missing, the soonest deadline first', async () => {
  const { payments } = await today()
  expect(payments.length).toBeGreaterThan(0)
  const deadlines = payments.map(({ payBy }: { payBy: string }) => payBy)
  expect(deadlines).toEqual(deadlines.toSorted())
  for (const one of payments) {
    const { balance } = await front.get(`/v1/members/${one.memberId}`)
    expect(one.missing).toBe(Math.max(0, one.total - balance))
    expect(one).toMatchObject({ next: 'top_up', allowedActions: ['top_up'] })
  }
})

test('B-04: an approval waits for those who may decide it, not for whoever asked', async () => {
  expect((await today(front)).approvals).toEqual([])
  const { id, status } = at.request
  expect(status).toBe('pending')
  await asOwner(inn, (sql) =>
    sql.run(
      `update staff set member_id = (select beneficiary_id from approval_requests where id = $1) where login = 'manager'`,
      [id],
    ),
  )
  const mine = await today(manager)
  expect(mine.approvals.map((one: { id: string }) => one.id)).not.toContain(id)
  const theirs = await today(await inn.as('manager2'))
  expect(theirs.approvals.map((one: { id: string }) => one.id)).toContain(id)
})

test('B-18: bad questions are answered in two languages and change nothing', async () => {
  for (const [query, code] of [
    [`propertyId=${inn.property}&date=2026-01-01`, 'unknown_parameter'],
    ['', 'validation_failed'],
    ['propertyId=nothing', 'validation_failed'],
  ] as const)
    for (const language of ['ja', 'en'] as const) {
      const headers = { 'Accept-Language': language }
      const answer = await front.request('GET', `/v1/today?${query}`, { headers })
      expectProblem(answer, { code, language })
    }
})
