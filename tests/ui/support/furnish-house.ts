import type { FurnishedMailbox } from './furnish-mailbox.ts'
import type { TestClient } from '../../support/client.ts'
import { arrival as received } from '../../support/arrival.ts'

type Guest = { name: string; kana: string; phone: string; email: string | null; birthDate: string }

/** Invented people; every surname says so to whoever reads the pictures. */
const GUESTS: (Guest & { points: number })[] = [
  guest('見本 ゆき', 'ミホン ユキ', 11, '1988-02-11', 200_000),
  guest('見本 健一郎', 'ミホン ケンイチロウ', 12, '1961-09-30', 300_000),
  guest('Sample Margaret-Rose', 'サンプル マーガレット', 13, '1975-05-05', 400_000),
  guest('見本 あおい', 'ミホン アオイ', 14, '1999-12-01', 150_000),
  guest('見本 大和', 'ミホン ヤマト', 15, '1992-07-20', 250_000),
  guest('見本 まどか', 'ミホン マドカ', 16, '1983-03-14', 0),
]

function guest(name: string, kana: string, n: number, birthDate: string, points: number) {
  const identity = { type: 'driving_licence', number: `3000000001${n}` }
  return {
    name,
    kana,
    phone: `03-0000-00${n}`,
    email: `guest${n}@example.com`,
    birthDate,
    identity,
    points,
  }
}

export type FurnishedHouse = {
  /** Where a test asked for it. */
  mailbox?: FurnishedMailbox
  businessDate: string
  members: { id: string; name: string }[]
  /** Registered a moment ago, without points and stays. */
  newcomer: string
  /** In the house for two nights. */
  inHouse: Placed
  /** Arriving tonight, not yet in. */
  arrival: Placed
  /** Two rooms in a few days, paid: cancelling them costs something. */
  future: Placed
  pending: Placed
  waitingApproval: { id: string }
  rejectedApproval: { id: string }
}
export type Placed = { id: string; number: string; stays: { id: string; roomNumber: string }[] }

type Desk = { front: TestClient; manager: TestClient; propertyId: string }

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A house with guests in it, made over HTTP by its own staff: something in every state. */
export async function furnishHouse(desk: Desk): Promise<FurnishedHouse> {
  const { front, manager, propertyId } = desk
  const { businessDate } = await front.get(`/v1/board?propertyId=${propertyId}`)
  const members: FurnishedHouse['members'] = []
  for (const one of GUESTS) members.push(await registerGuest(desk, one))
  const place = (member: number, from: number, nights: number, count = 1, type = 0) =>
    placeOrder(desk, members[member]?.id ?? '', addDays(businessDate, from), nights, count, type)

  const inHouse = await place(0, 0, 2)
  const leaving = await place(1, 0, 1)
  const left = await place(2, 0, 1, 1, 1)
  for (const order of [inHouse, leaving, left]) {
    await front.post(`/v1/stays/${order.stays[0]?.id}/check-in`, received())
  }
  await front.post(`/v1/stays/${left.stays[0]?.id}/check-out`)
  const arrival = await place(3, 0, 2, 1, 1)
  await place(4, 0, 1)
  const future = await place(1, 4, 2, 2)
  const pending = await place(5, 10, 2)
  await blockRoom(desk, businessDate, 'maintenance', '給湯器の交換工事')
  await blockRoom(desk, businessDate, 'unavailable', '社内研修で使用')

  const waiting = await requestCancellation(
    front,
    await place(4, 2, 2),
    '台風で交通機関が止まり、到着できないとのお電話。',
  )
  const rejected = await requestCancellation(front, await place(2, 5, 1), '日程の勘違いとのこと。')
  await manager.post(
    `/v1/approvals/${rejected.id}/reject`,
    { digest: rejected.digest, reason: '規定どおりの日程で承っています。' },
    rejected.version,
  )
  const newcomer = await registerGuest(
    desk,
    guest('見本 ほたる', 'ミホン ホタル', 17, '1996-06-06', 0),
  )
  return {
    businessDate,
    newcomer: newcomer.id,
    members,
    arrival,
    inHouse,
    future,
    pending,
    waitingApproval: waiting,
    rejectedApproval: rejected,
  }
}

async function registerGuest({ front, propertyId }: Desk, { points, ...one }: (typeof GUESTS)[0]) {
  const member = await front.post('/v1/members', one)
  if (points > 0) {
    await front.post(`/v1/members/${member.id}/top-ups`, { propertyId, amount: points })
  }
  return member as { id: string; name: string }
}

export async function placeOrder(
  { front, propertyId }: Desk,
  memberId: string,
  checkIn: string,
  nights: number,
  count = 1,
  typeIndex = 0,
): Promise<Placed> {
  const checkOut = addDays(checkIn, nights)
  const { roomTypes } = await front.get(
    `/v1/availability?propertyId=${propertyId}&checkIn=${checkIn}&checkOut=${checkOut}`,
  )
  const type = roomTypes.filter(
    (one: { free: number; sellable: boolean }) => one.sellable && one.free >= count,
  )[typeIndex]
  const stay = { roomTypeId: type.roomTypeId, checkIn, checkOut, count, guestsPerRoom: 1 }
  return front.post('/v1/orders', { propertyId, memberId, channel: 'desk', stays: [stay] })
}

export async function requestCancellation(front: TestClient, order: Placed, reason: string) {
  const stayIds = order.stays.map(({ id }) => id)
  const preview = await front.get(
    `/v1/orders/${order.id}/cancellation-preview?stayIds=${stayIds.join(',')}`,
  )
  const { approval } = await front.post(`/v1/orders/${order.id}/cancel`, {
    stayIds,
    reason,
    digest: preview.digest,
  })
  return approval as { id: string; digest: string; version: number; amount: number }
}

async function blockRoom(
  { manager, propertyId }: Desk,
  today: string,
  kind: string,
  reason: string,
) {
  const { rooms } = await manager.get(`/v1/board?propertyId=${propertyId}`)
  const free = rooms.findLast((room: { status: string }) => room.status === 'available')
  await manager.post(`/v1/rooms/${free.id}/block`, {
    kind,
    fromNight: today,
    untilNight: addDays(today, 4),
    reason,
  })
}
