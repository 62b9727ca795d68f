import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startHouse, type TestHouse } from '../support/house.ts'
import { eventually } from '../support/eventually.ts'
import { arrival } from '../support/arrival.ts'

let inn: TestHouse
beforeAll(async () => {
  inn = await startHouse({ worker: true })
}, 60_000)
afterAll(() => inn.stop())

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

test('003-17 003-19 003-23 003-25 003-26: a room is sold, one of two is cancelled with approval, the guest stays and leaves', async () => {
  const front = await inn.as('front')
  const manager = await inn.as('manager')
  const [property] = (await front.get('/v1/properties')).data
  const today = property.businessDate
  const member = (await front.get('/v1/members?q=M1001')).data[0]
  expect(member.balance).toBe(120_000)

  const offer = await front.get(
    `/v1/availability?propertyId=${inn.property}&checkIn=${today}&checkOut=${day(today, 2)}`,
  )
  const twin = offer.roomTypes.find((type: { code: string }) => type.code === 'twin')
  expect(twin.free).toBe(5)

  const order = await front.post('/v1/orders', {
    propertyId: inn.property,
    memberId: member.id,
    stays: [
      {
        roomTypeId: twin.roomTypeId,
        checkIn: today,
        checkOut: day(today, 2),
        count: 2,
        guestsPerRoom: 2,
      },
    ],
  })
  expect(order).toMatchObject({
    status: 'confirmed',
    total: twin.amountPerRoom * 2,
    paid: twin.amountPerRoom * 2,
  })

  const [kept, dropped] = order.stays
  const preview = await front.get(
    `/v1/orders/${order.id}/cancellation-preview?stayIds=${dropped.id}`,
  )
  const asked = await front.post(`/v1/orders/${order.id}/cancel`, {
    stayIds: [dropped.id],
    reason: '予定変更',
    digest: preview.digest,
  })
  const request = asked.approval
  expect(request.status).toBe('pending')
  await manager.post(
    `/v1/approvals/${request.id}/approve`,
    { digest: request.digest },
    request.version,
  )
  await eventually(async () =>
    expect((await manager.get(`/v1/approvals/${request.id}`)).status).toBe('settled'),
  )

  await front.post(`/v1/stays/${kept.id}/check-in`, arrival(kept.guests))
  const left = await front.post(`/v1/stays/${kept.id}/check-out`)
  expect(left.status).toBe('departed')
  const board = await front.get(`/v1/board?propertyId=${inn.property}`)
  expect(board.counts.cleaning).toBe(1)
  await front.post(`/v1/rooms/${kept.roomId}/finish-cleaning`)
  expect((await front.get(`/v1/board?propertyId=${inn.property}`)).counts.available).toBe(11)
}, 30_000)
