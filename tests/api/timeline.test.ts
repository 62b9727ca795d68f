import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addDays } from '../../domain/lodging/local-date.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { expectProblem } from './support/problem.ts'

let inn: TestHouse
let front: TestClient
let today: string
let memberId: string
beforeAll(async () => {
  inn = await startHouse()
  front = await inn.as('front')
  today = (await front.get(`/v1/board?propertyId=${inn.property}`)).businessDate
  memberId = (await front.get('/v1/members?q=M1001')).data[0].id
}, 60_000)
afterAll(() => inn.stop())

type Span = {
  roomId: string
  from: string
  until: string
  stay: { id: string } | null
  block: { id: string; kind: string } | null
}
const timeline = (query = '') => front.get(`/v1/timeline?propertyId=${inn.property}${query}`)
const spansOf = async (id: string, query = ''): Promise<Span[]> =>
  (await timeline(query)).spans.filter((span: Span) => (span.stay ?? span.block)?.id === id)

async function book(from: number, nights: number) {
  const checkIn = addDays(today, from)
  const checkOut = addDays(checkIn, nights)
  const { roomTypes } = await front.get(
    `/v1/availability?propertyId=${inn.property}&checkIn=${checkIn}&checkOut=${checkOut}`,
  )
  const { roomTypeId } = roomTypes[0]
  const order = await front.post('/v1/orders', {
    propertyId: inn.property,
    memberId,
    stays: [{ roomTypeId, checkIn, checkOut, count: 1, guestsPerRoom: 1 }],
  })
  return order.stays[0] as { id: string; roomId: string }
}

test('003-06 a stay is one bar from its first night to the morning it ends', async () => {
  const stay = await book(3, 4)
  expect(await spansOf(stay.id)).toMatchObject([
    { roomId: stay.roomId, from: addDays(today, 3), until: addDays(today, 7), block: null },
  ])
})

test('003-06 a stay that reaches out of the window is cut at its edges', async () => {
  const stay = await book(10, 6)
  expect(await spansOf(stay.id, `&from=${addDays(today, 12)}&days=2`)).toMatchObject([
    { from: addDays(today, 12), until: addDays(today, 14) },
  ])
})

test('003-05 a block stands in the timeline with its reason; what was given back does not', async () => {
  const manager = await inn.as('manager')
  const { rooms } = await timeline()
  const roomId = rooms.at(-1).id
  await manager.post(`/v1/rooms/${roomId}/block`, {
    kind: 'maintenance',
    fromNight: addDays(today, 20),
    untilNight: addDays(today, 22),
    reason: '畳の張り替え',
  })
  const blocked = (await timeline()).spans.filter(
    (span: Span) => span.block && span.roomId === roomId,
  )
  expect(blocked).toMatchObject([
    {
      from: addDays(today, 20),
      until: addDays(today, 23),
      block: { kind: 'maintenance', reason: '畳の張り替え' },
    },
  ])
})

test('003-06 two stays in a row are two bars, and every room is there, also the empty ones', async () => {
  const { rooms, spans, businessDate } = await timeline()
  expect(businessDate).toBe(today)
  expect(rooms).toHaveLength((await front.get(`/v1/board?propertyId=${inn.property}`)).rooms.length)
  const keys = spans.map((span: Span) => `${span.roomId} ${span.from}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test.each(['&days=0', '&days=93', '&from=2026-02-30', '&until=2026-01-01'])(
  '003-06 %s is refused with a problem',
  async (query) => {
    const answer = await front.request('GET', `/v1/timeline?propertyId=${inn.property}${query}`)
    const code = query.includes('until') ? 'unknown_parameter' : 'validation_failed'
    expectProblem(answer, { code, status: code === 'unknown_parameter' ? 400 : 422, about: query })
  },
)
