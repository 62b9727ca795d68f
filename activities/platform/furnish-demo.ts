import { addDays } from '../../domain/lodging/local-date.ts'
import type { StaffActor } from '../../domain/platform/actor.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { findOrder } from '../../db/lodging/order-queries.ts'
import { blockRoom } from '../lodging/block-room.ts'
import { cancelOrder } from '../lodging/cancel-order.ts'
import { checkIn } from '../lodging/check-in.ts'
import { checkOut } from '../lodging/check-out.ts'
import { placeOrder } from '../lodging/place-order.ts'
import { addRoomPicture } from '../lodging/room-pictures.ts'
import { previewCancellation } from '../lodging/preview-cancellation.ts'
import { registerMember } from '../members/register-member.ts'
import { topUp } from '../points/top-up.ts'
import type { Verb } from './context.ts'
import { hangDemoPictures } from './demo-pictures.ts'
import type { House } from './house.ts'
import { runVerb } from './run-verb.ts'

type Guest = { readonly name: string; readonly kana: string; readonly points: number }

/** Invented people; every surname says so. */
const GUESTS: readonly Guest[] = [
  { name: '見本 ゆき', kana: 'ミホン ユキ', points: 90_000 },
  { name: '見本 あおい', kana: 'ミホン アオイ', points: 60_000 },
  { name: '見本 だいち', kana: 'ミホン ダイチ', points: 80_000 },
  { name: '見本 まどか', kana: 'ミホン マドカ', points: 2_000 },
  { name: 'Sample Robin', kana: 'サンプル ロビン', points: 150_000 },
]

/**
 * A demo house opens in the middle of a day: guests in the house, one leaving a room to clean, arrivals,
 * an order that waits for points, a cancellation that waits for a manager, a room under repair. All
 * of it made by the desk's own verbs.
 */
export async function furnishDemo(
  house: House,
  propertyId: string,
  front: StaffActor,
): Promise<void> {
  const { sql } = house.database
  const run = async <I, O>(verb: Verb<I, O>, input: I) =>
    (await runVerb(house, { actor: front, requestId: 'seed' }, verb, input)).output
  const { now } = await sql.one<{ now: string }>('select house_now() as now')
  const { issuerId, businessDate } = await propertyFacts(sql, propertyId, new Date(now))

  const types = await sql.rows<{ id: string; code: string }>(
    'select id, code from room_types where property_id = $1',
    [propertyId],
  )
  const book = async (
    memberId: string,
    code: string,
    inDays: number,
    nights: number,
    count = 1,
  ) => {
    const roomTypeId = types.find((type) => type.code === code)?.id ?? ''
    const from = addDays(businessDate, inDays)
    const stay = {
      roomTypeId,
      checkIn: from,
      checkOut: addDays(from, nights),
      count,
      guestsPerRoom: 1,
    }
    const { orderId } = await run(placeOrder, {
      propertyId,
      memberId,
      channel: 'desk',
      stays: [stay],
    })
    const stays = (await findOrder(sql, orderId))?.stays ?? []
    return { orderId, stayIds: stays.map((one) => one.id), firstStayId: stays[0]?.id ?? '' }
  }

  const memberIds: string[] = []
  for (const [index, { points, ...guest }] of GUESTS.entries()) {
    const registration = {
      ...guest,
      issuerId,
      phone: `03-0000-010${index}`,
      identity: { type: 'passport' as const, number: `TZ000010${index}` },
      email: `guest${index + 1}@example.com`,
      birthDate: '1985-06-15',
    }
    const { memberId } = await run(registerMember, { ...registration, channel: 'desk' })
    await run(topUp, { memberId, propertyId, amount: points })
    memberIds.push(memberId)
  }
  const [yuki = '', aoi = '', daichi = '', madoka = '', robin = ''] = memberIds

  const alone = (name: string, address: string, occupation: string) => ({
    identity: { method: 'face_to_face', document: 'driving_licence' } as const,
    guests: [{ name, address, occupation, representative: true }],
  })
  await run(checkIn, {
    stayId: (await book(yuki, 'twin', 0, 3)).firstStayId,
    ...alone('見本 ゆき', '東京都千代田区見本町1-2-3', '会社員'),
  })
  const leaving = await book(aoi, 'single', 0, 1)
  await run(checkIn, {
    stayId: leaving.firstStayId,
    ...alone('見本 あおい', '大阪府大阪市見本区4-5-6', '自営業'),
  })
  await run(checkOut, { stayId: leaving.firstStayId })
  await book(daichi, 'twin', 0, 2, 2)
  await book(madoka, 'suite', 12, 2)
  const family = await book(robin, 'twin', 4, 2, 2)

  const question = { orderId: family.orderId, stayIds: [family.firstStayId] }
  const { digest } = await previewCancellation(sql, {
    ...question,
    requestedAt: new Date(now),
    lock: false,
  })
  await run(cancelOrder, { ...question, reason: '1室分の人数が減ったため', digest })

  const room = await sql.one<{ id: string }>(
    `select r.id from rooms r where r.property_id = $1 and r.number = '104'`,
    [propertyId],
  )
  const block = { fromNight: businessDate, untilNight: addDays(businessDate, 1) }
  await run(blockRoom, { roomId: room.id, kind: 'maintenance', ...block, reason: 'エアコンの交換' })
  await hangDemoPictures(sql, propertyId, (input) => run(addRoomPicture, input))
}
