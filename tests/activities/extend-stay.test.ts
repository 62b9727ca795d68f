import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { extendStay, previewExtension } from '../../activities/lodging/extend-stay.ts'
import { pinStay } from '../../activities/lodging/pin-stay.ts'
import { arrival } from '../support/arrival.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

/** W20: a stay gets longer, at today's price, from points, at once or not at all. Two suites. */
let inn: Inn
let from = 0
let member = ''
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 8
  member = await inn.guest(300_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const dates = (first: number, last: number) => ({
  checkIn: inn.day(first),
  checkOut: inn.day(last),
})
const preview = (stayId: string, wanted: ReturnType<typeof dates>, now = inn.noon(from - 1)) =>
  previewExtension({ sql: inn.sql, now }, stayId, wanted)
async function extend(stayId: string, wanted: ReturnType<typeof dates>, now = inn.noon(from - 1)) {
  const { digest } = await preview(stayId, wanted, now)
  return inn.does(inn.front, extendStay, { stayId, ...wanted, digest }, now)
}
const line = (stayId: string) =>
  inn.sql.one<{ check_in: string; check_out: string; amount: number; room_id: string }>(
    'select check_in, check_out, amount, room_id from order_lines where id = $1',
    [stayId],
  )

test('003-08 a night more at each end: priced as a booking, paid, held in the same room', async () => {
  const stay = await inn.book({ member, from: from + 1, nights: 1 })
  const before = await inn.balance(member)
  const { preview: seen } = await preview(stay.stayId, dates(from, from + 3))
  expect(seen.nights.map((night) => night.night)).toEqual([inn.day(from), inn.day(from + 2)])
  await extend(stay.stayId, dates(from, from + 3))
  expect(await line(stay.stayId)).toEqual({
    check_in: inn.day(from),
    check_out: inn.day(from + 3),
    amount: stay.total + seen.total,
    room_id: stay.roomId,
  })
  expect(await inn.balance(member)).toBe(before - seen.total)
  expect(await inn.nightsOf(stay.stayId)).toBe(3)
})

test('B-21 the next guest of the room moves over; pinned, he is named and nothing happens', async () => {
  const stay = await inn.book({ member, from, type: 'suite' })
  const next = await inn.book({ member, from: from + 1, type: 'suite' })
  await inn.does(inn.front, checkIn, { ...arrival(), stayId: stay.stayId }, inn.noon(from))
  expect(next.roomId).toBe(stay.roomId)
  const wanted = dates(from, from + 2)
  expect((await preview(stay.stayId, wanted, inn.noon(from))).reseated).toBe(1)
  const { digest } = await preview(stay.stayId, wanted, inn.noon(from))
  const pin = (pinned: boolean) =>
    inn.does(inn.front, pinStay, { stayId: next.stayId, pinned, reason: null })
  await pin(true)
  const asked = inn.does(
    inn.front,
    extendStay,
    { stayId: stay.stayId, ...wanted, digest },
    inn.noon(from),
  )
  await expect(asked).rejects.toMatchObject({ code: 'seats_fixed' })
  await pin(false)
  await extend(stay.stayId, wanted, inn.noon(from))
  expect((await line(next.stayId)).room_id).not.toBe(stay.roomId)
  expect((await line(stay.stayId)).room_id).toBe(stay.roomId)
  // 10:00 in Tokyo on the new day of departure, and an hour of grace.
  expect(await inn.value('select overdue_at from order_lines where id = $1', stay.stayId)).toBe(
    `${inn.day(from + 2)}T02:00:00.000Z`,
  )
})

test('003-14 too few points: refused whole, with what is there and what is needed', async () => {
  const poor = await inn.guest(20_000)
  const stay = await inn.book({ member: poor, from })
  await expect(extend(stay.stayId, dates(from, from + 3))).rejects.toMatchObject({
    code: 'insufficient_points',
  })
  expect(await inn.nightsOf(stay.stayId)).toBe(1)
  expect((await line(stay.stayId)).amount).toBe(stay.total)
})

test('refused: shorter, the same, before today, another digest, unpaid, unknown', async () => {
  const stay = await inn.book({ member, from, nights: 2 })
  for (const wrong of [dates(from, from + 1), dates(from, from + 2), dates(from - 3, from + 2)]) {
    await expect(preview(stay.stayId, wrong)).rejects.toMatchObject({ code: 'dates_impossible' })
  }
  const wanted = { stayId: stay.stayId, ...dates(from, from + 3), digest: '0'.repeat(64) }
  await expect(inn.does(inn.front, extendStay, wanted)).rejects.toMatchObject({
    code: 'digest_mismatch',
  })
  const unpaid = await inn.book({ member: await inn.guest(), from })
  await expect(preview(unpaid.stayId, dates(from, from + 2))).rejects.toMatchObject({
    code: 'state_conflict',
  })
  await expect(preview(PROPERTY, dates(from, from + 2))).rejects.toMatchObject({
    code: 'not_found',
  })
})
