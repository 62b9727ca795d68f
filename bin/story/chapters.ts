import { dayAfter, type Stage } from './stage.ts'
import { points } from './teller.ts'
import type { Answer } from './visitor.ts'

const typeOf = async (stage: Stage, code: string) => {
  const type = (await stage.roomTypes()).find((one) => one.code === code)
  if (!type) throw new Error(`the house has no room type ${code}`)
  return type
}

const free = async (stage: Stage, code: string, checkIn: string, checkOut: string) => {
  const answer = await stage.front.get(
    `/v1/availability?propertyId=${stage.propertyId}&checkIn=${checkIn}&checkOut=${checkOut}`,
  )
  return answer.roomTypes.find((type: Answer) => type.code === code)
}

async function order(
  stage: Stage,
  member: Answer,
  code: string,
  checkIn: string,
  nights: number,
  count: number,
) {
  const type = await typeOf(stage, code)
  return stage.front.post('/v1/orders', {
    propertyId: stage.propertyId,
    memberId: member.id,
    stays: [
      {
        roomTypeId: type.id,
        checkIn,
        checkOut: dayAfter(checkIn, nights),
        count,
        guestsPerRoom: 1,
      },
    ],
  })
}

/** A guest walks in, pays from his points and gets the key. */
export async function walkIn(stage: Stage): Promise<Answer> {
  const { teller, front } = stage
  teller.chapter('A guest walks in')
  const today = await stage.today()
  const member = await stage.newMember('物語 一', 'モノガタリ ハジメ', 60_000)
  const offer = await free(stage, 'twin', today, dayAfter(today, 2))
  teller.check(
    offer.free > 0 && offer.amountPerRoom > 0,
    `${offer.free} twins are free for two nights at ${points(offer.amountPerRoom)} a room.`,
  )
  const placed = await order(stage, member, 'twin', today, 2, 1)
  teller.check(
    placed.status === 'confirmed' && placed.paid === offer.amountPerRoom,
    `Order ${placed.number} is paid with ${points(placed.paid)} and confirmed at once.`,
  )
  teller.check(
    (await stage.balance(member.id)) === 60_000 - placed.total,
    `${points(60_000 - placed.total)} are left in the purse.`,
  )
  const arriving = `/v1/stays/${placed.stays[0].id}/check-in`
  const guest = { name: '物語 一', address: '東京都千代田区物語町1-2-3', representative: true }
  const identity = { method: 'face_to_face', document: 'driving_licence', everyGuest: true }
  const unwritten = await front.refused(arriving, { identity, guests: [guest] })
  teller.check(
    unwritten === 'validation_failed',
    'Without his occupation the guest register is not complete, and he is not let in.',
  )
  const stay = await front.post(arriving, {
    identity,
    guests: [{ ...guest, occupation: '作家' }],
    countReason: '連れは来られなくなった',
  })
  const room = await boardRoom(stage, stay.roomId)
  teller.check(
    stay.status === 'in_house' && room.status === 'occupied',
    `The guest has the key of room ${stay.roomNumber}: 入室中 on the board.`,
  )
  return stay
}

/** Too few points: the order waits, is reminded, and is paid in time. */
export async function paidInTime(stage: Stage): Promise<void> {
  const { teller, front } = stage
  teller.chapter('An order waits for points, and is paid in time')
  const checkIn = dayAfter(await stage.today(), 5)
  const member = await stage.newMember('物語 二', 'モノガタリ フタバ', 5_000)
  const before = await free(stage, 'single', checkIn, dayAfter(checkIn, 1))
  const placed = await order(stage, member, 'single', checkIn, 1, 2)
  const held = await free(stage, 'single', checkIn, dayAfter(checkIn, 1))
  teller.check(
    placed.status === 'pending',
    `Order ${placed.number} over ${points(placed.total)} is 支払待ち until ${placed.payBy}.`,
  )
  teller.check(held.free === before.free - 2, 'Its two rooms are held meanwhile.')
  await stage.pass(20.5)
  const trail = await stage.manager.get(`/v1/audit-events?subject=order:${placed.id}`)
  teller.check(
    trail.data.some((event: Answer) => event.verb === 'order.reminded'),
    'The reminder went out before the deadline.',
  )
  const made = await front.post(`/v1/members/${member.id}/top-ups`, {
    propertyId: stage.propertyId,
    amount: placed.total,
  })
  teller.check(made.settledOrderIds.includes(placed.id), 'A top-up in time pays it by itself.')
  const paid = await front.get(`/v1/orders/${placed.id}`)
  teller.check(paid.status === 'confirmed', `Order ${placed.number} is confirmed.`)
}

/** Nobody pays: the rooms are free again. */
export async function neverPaid(stage: Stage): Promise<void> {
  const { teller, front } = stage
  teller.chapter('An order nobody pays')
  const checkIn = dayAfter(await stage.today(), 6)
  const member = await stage.newMember('物語 三', 'モノガタリ ミツキ', 0)
  const before = await free(stage, 'suite', checkIn, dayAfter(checkIn, 2))
  const placed = await order(stage, member, 'suite', checkIn, 2, 1)
  teller.check(placed.status === 'pending', `Order ${placed.number} is 支払待ち.`)
  await stage.pass(24.5)
  const expired = await stage.until(
    () => front.get(`/v1/orders/${placed.id}`),
    (one) => one.status === 'expired',
  )
  const after = await free(stage, 'suite', checkIn, dayAfter(checkIn, 2))
  teller.check(
    expired.status === 'expired' && after.free === before.free,
    'Its deadline passes: it is expired and the room is free again.',
  )
  const late = await front.post(`/v1/members/${member.id}/top-ups`, {
    propertyId: stage.propertyId,
    amount: 50_000,
  })
  teller.check(
    late.settledOrderIds.length === 0 && late.member.balance === 50_000,
    'Points that come too late stay in the purse.',
  )
}

/** Three rooms; one is given up early, one late: the same policy, two tiers, two managers. */
export async function partialCancellations(stage: Stage): Promise<void> {
  const { teller, front, manager, deputy } = stage
  teller.chapter('Three rooms, given up one by one')
  const checkIn = dayAfter(await stage.today(), 9)
  const member = await stage.newMember('物語 四', 'モノガタリ ヨツバ', 100_000)
  const placed = await order(stage, member, 'twin', checkIn, 2, 3)
  const [early, late] = placed.stays as Answer[]
  const paidBalance = await stage.balance(member.id)

  const free9 = await preview(stage, placed, early)
  teller.check(
    free9.fee === 0 && free9.returned === early.amount,
    `Nine days before, room ${early.roomNumber} costs nothing to cancel: ${points(free9.returned)} would come back.`,
  )
  const first = await ask(stage, placed, early, free9)
  const own = await front.refused(
    `/v1/approvals/${first.id}/approve`,
    { digest: first.digest },
    first.version,
  )
  teller.check(own === 'forbidden', 'The desk cannot approve what it asked for.')
  await manager.post(
    `/v1/approvals/${first.id}/approve`,
    { digest: first.digest, reason: '規定どおり' },
    first.version,
  )
  await settled(stage, first)
  teller.check(
    (await stage.balance(member.id)) === paidBalance + early.amount,
    `The manager approves: ${points(early.amount)} are back in the lots they came from.`,
  )

  await stage.pass(24 * 5)
  const dear = await preview(stage, placed, late)
  const percent = dear.stays[0].tier.feePercent
  teller.check(
    percent > 0 && dear.fee + dear.returned === late.amount,
    `Five days later the policy keeps ${percent} %: ${points(dear.fee)} kept, ${points(dear.returned)} back.`,
  )
  const second = await ask(stage, placed, late, dear)
  await manager.post(
    `/v1/approvals/${second.id}/reject`,
    { digest: second.digest, reason: '連絡が取れ次第あらためて' },
    second.version,
  )
  const kept = await front.get(`/v1/orders/${placed.id}`)
  teller.check(
    kept.stays.find((stay: Answer) => stay.id === late.id).status === 'confirmed',
    'The manager rejects with a reason: the room stays booked, nothing comes back.',
  )

  const again = await manager.get(`/v1/orders/${placed.id}/cancellation-preview?stayIds=${late.id}`)
  const third = (
    await manager.post(`/v1/orders/${placed.id}/cancel`, {
      stayIds: [late.id],
      reason: '電話で再度の依頼',
      digest: again.digest,
    })
  ).approval
  const self = await manager.refused(
    `/v1/approvals/${third.id}/approve`,
    { digest: third.digest },
    third.version,
  )
  teller.check(self === 'self_approval', 'Asked by the manager himself, it is not his to approve.')
  const balance = await stage.balance(member.id)
  await deputy.post(`/v1/approvals/${third.id}/approve`, { digest: third.digest }, third.version)
  await settled(stage, third)
  teller.check(
    (await stage.balance(member.id)) === balance + again.returned,
    `The deputy approves: exactly the ${points(again.returned)} that were on screen.`,
  )
  const end = await front.get(`/v1/orders/${placed.id}`)
  teller.check(
    end.status === 'confirmed' && end.fee === again.fee,
    'One room of three is still booked.',
  )
}

/** The guest of the first chapter leaves; the room is cleaned and free. */
export async function departure(stage: Stage, stay: Answer): Promise<void> {
  const { teller, front } = stage
  teller.chapter('The guest leaves')
  const cases = await stage.until(
    () => front.get('/v1/cases?status=open&perPage=100'),
    (list) => list.data.some((one: Answer) => one.subject === `stay:${stay.id}`),
  )
  teller.check(
    cases.data.some((one: Answer) => one.subject === `stay:${stay.id}`),
    'He should have left by now: the desk was told.',
  )
  const left = await front.post(`/v1/stays/${stay.id}/check-out`)
  teller.check(
    left.status === 'departed' && (await boardRoom(stage, stay.roomId)).status === 'cleaning',
    `Check-out: room ${stay.roomNumber} is 清掃中.`,
  )
  const after = await front.get('/v1/cases?status=open&perPage=100')
  teller.check(
    !after.data.some((one: Answer) => one.subject === `stay:${stay.id}`),
    'The case closed itself.',
  )
  await front.post(`/v1/rooms/${stay.roomId}/finish-cleaning`)
  teller.check(
    (await boardRoom(stage, stay.roomId)).status !== 'cleaning',
    'The room is clean again.',
  )
}

/** A member sees his own, and only his own. */
export async function ownRecords(stage: Stage): Promise<void> {
  const { teller, guest } = stage
  teller.chapter('A member looks after himself')
  const me = (await guest.get('/v1/session')).actor
  const members = await guest.get('/v1/members')
  teller.check(
    members.data.length === 1 && members.data[0].id === me.id,
    'He sees himself, and nobody else.',
  )
  const approvals = await guest.refused(`/v1/members/${me.id}/top-ups`, {
    propertyId: stage.propertyId,
    amount: 10_000,
  })
  teller.check(approvals === 'forbidden', 'He cannot give himself points.')
}

const preview = (stage: Stage, placed: Answer, stay: Answer) =>
  stage.front.get(`/v1/orders/${placed.id}/cancellation-preview?stayIds=${stay.id}`)

async function ask(stage: Stage, placed: Answer, stay: Answer, seen: Answer): Promise<Answer> {
  const asked = await stage.front.post(`/v1/orders/${placed.id}/cancel`, {
    stayIds: [stay.id],
    reason: '予定変更',
    digest: seen.digest,
  })
  stage.teller.check(
    asked.approval?.status === 'pending',
    `Cancelling room ${stay.roomNumber} waits for a manager.`,
  )
  return asked.approval
}

async function settled(stage: Stage, request: Answer): Promise<void> {
  await stage.until(
    () => stage.manager.get(`/v1/approvals/${request.id}`),
    (one) => one.status === 'settled',
  )
}

async function boardRoom(stage: Stage, roomId: string): Promise<Answer> {
  const board = await stage.front.get(`/v1/board?propertyId=${stage.propertyId}`)
  return board.rooms.find((room: Answer) => room.id === roomId)
}
