import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { departEarly } from '../../activities/lodging/depart-early.ts'
import { previewEarlyDeparture } from '../../activities/lodging/preview-departure.ts'
import { rollDay } from '../../activities/lodging/roll-day.ts'
import { settleCancellation } from '../../activities/lodging/settle-cancellation.ts'
import { arrival } from '../support/arrival.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

/** B-05: a guest leaves before his day. The policy of these stays keeps 40 % from the day of arrival on. */
let inn: Inn
let from = 0
let member = ''
beforeAll(async () => {
  inn = await openInn()
  await inn.owner.query(
    `insert into cancellation_policies (property_id, version, tiers, published_at)
     values ($1, 2, '[{"daysBefore":0,"feePercent":40}]', now())`,
    [PROPERTY],
  )
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 6
  member = await inn.guest(200_000)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const preview = (stayId: string, leavesAt: Date) =>
  previewEarlyDeparture(inn.sql, { stayId, leavesAt, status: 'in_house' })
const leaves = (stayId: string, digest: string, now: Date) =>
  inn.does(inn.front, departEarly, { stayId, reason: '急用のため', digest }, now)
async function inHouse(nights = 4) {
  const stay = await inn.book({ member, from, nights })
  await inn.does(inn.front, checkIn, { ...arrival(), stayId: stay.stayId }, inn.noon(from))
  return stay
}
async function rollUntil(n: number): Promise<void> {
  for (;;) {
    const { id, day } = await inn.sql.one<{ id: string; day: string }>(
      'select id, day from business_days where property_id = $1 and rolled_at is null',
      [PROPERTY],
    )
    if (day > inn.day(n)) return
    await inn.time(rollDay, id, new Date(`${inn.day(n)}T21:00:00.000Z`))
  }
}

test('B-05 what the preview says comes back once a manager has approved; the nights are free at once', async () => {
  const stay = await inHouse()
  await rollUntil(from)
  const before = await inn.balance(member)
  const { preview: seen, digest, needsApproval } = await preview(stay.stayId, inn.noon(from + 1))
  expect(seen.stays[0]?.nights.map((night) => night.night)).toEqual(
    [1, 2, 3].map((n) => inn.day(from + n)),
  )
  expect(needsApproval).toBe(true)
  const { approvalId } = await leaves(stay.stayId, digest, inn.noon(from + 1))
  expect(await inn.status(stay.stayId)).toBe('departed')
  expect(await inn.nightsOf(stay.stayId)).toBe(1)
  expect(await inn.balance(member)).toBe(before)
  // While he thinks, days pass: what may come back is not earned meanwhile.
  await rollUntil(from + 3)
  await inn.decides(approvalId ?? '')
  await inn.time(settleCancellation, approvalId ?? '')
  expect(await inn.balance(member)).toBe(before + seen.returned)
  expect(
    await inn.sql.one('select status, fee, returned from order_lines where id = $1', [stay.stayId]),
  ).toEqual({ status: 'departed', fee: seen.fee, returned: seen.returned })
  expect(await inn.held('advance_received', [stay.stayId])).toBe(0)
  expect(await inn.held('cancellation_revenue', [stay.stayId])).toBe(seen.fee)
})

test('B-05 rejected, nothing comes back, and the nights are earned as sold', async () => {
  const stay = await inHouse(2)
  const before = await inn.balance(member)
  const { digest } = await preview(stay.stayId, inn.noon(from))
  const { approvalId } = await leaves(stay.stayId, digest, inn.noon(from))
  await inn.decides(approvalId ?? '', 'reject')
  await rollUntil(from + 1)
  expect(await inn.balance(member)).toBe(before)
  expect(await inn.held('lodging_revenue', [stay.stayId])).toBe(stay.total)
})

test('B-05 where the policy keeps everything there is nothing to approve', async () => {
  const stay = await inHouse(3)
  await inn.owner.query(
    `update order_lines set policy = '{"version":1,"tiers":[{"daysBefore":0,"feePercent":100}]}' where id = $1`,
    [stay.stayId],
  )
  const { preview: seen, digest } = await preview(stay.stayId, inn.noon(from + 1))
  expect(await leaves(stay.stayId, digest, inn.noon(from + 1))).toEqual({ approvalId: null })
  expect(await inn.held('cancellation_revenue', [stay.stayId])).toBe(seen.fee)
})

test('B-05 refused: not what was on screen, on his own day, not in the house, unknown', async () => {
  const stay = await inHouse(2)
  const { digest } = await preview(stay.stayId, inn.noon(from))
  await expect(leaves(stay.stayId, digest, inn.noon(from + 1))).rejects.toMatchObject({
    code: 'digest_mismatch',
  })
  await expect(leaves(stay.stayId, digest, inn.noon(from + 2))).rejects.toMatchObject({
    code: 'state_conflict',
    allowedActions: ['check_out'],
  })
  const coming = await inn.book({ member, from: from + 3 })
  await expect(preview(coming.stayId, inn.noon(from))).rejects.toMatchObject({
    code: 'state_conflict',
  })
  await expect(preview(PROPERTY, inn.noon(from))).rejects.toMatchObject({ code: 'not_found' })
  await leaves(stay.stayId, digest, inn.noon(from))
})
