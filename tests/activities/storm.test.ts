import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { withdrawRequest } from '../../activities/approvals/withdraw-request.ts'
import { blockRoom } from '../../activities/lodging/block-room.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { checkOut } from '../../activities/lodging/check-out.ts'
import { expireOrder } from '../../activities/lodging/expire-order.ts'
import { finishCleaning } from '../../activities/lodging/finish-cleaning.ts'
import { releaseRoom } from '../../activities/lodging/release-room.ts'
import { remindOrder } from '../../activities/lodging/remind-order.ts'
import { settleCancellation } from '../../activities/lodging/settle-cancellation.ts'
import { verifyBooks } from '../../activities/platform/verify-books.ts'
import { ERRORS, type ErrorCode } from '../../domain/platform/errors.ts'
import { type Inn, openInn } from './support/inn.ts'
import { outcome } from './support/overlap.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

let inn: Inn
let guests: string[]
beforeAll(async () => {
  inn = await openInn()
  guests = await Promise.all([0, 30_000, 80_000, 200_000].map((points) => inn.guest(points)))
}, 60_000)
afterAll(() => inn.stop())

const KINDS = [
  'book',
  'book',
  'pay',
  'cancel',
  'decide',
  'withdraw',
  'settle',
  'arrive',
  'arrive',
  'leave',
  'clean',
  'block',
  'release',
  'expire',
  'remind',
] as const
type Deed = { kind: (typeof KINDS)[number]; pick: number; amount: number; day: number }
const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat({ max: 999 }),
  amount: fc.integer({ min: 1_000, max: 60_000 }),
  day: fc.integer({ min: 0, max: 3 }),
})

/** One of the rows there are, or none. */
async function one(text: string, pick: number): Promise<string | null> {
  const rows = await inn.sql.rows<{ id: string }>(text)
  return rows[pick % Math.max(1, rows.length)]?.id ?? null
}

const lines = (status: string) =>
  `select id from order_lines where status = '${status}' order by id`
const requests = (status: string) =>
  `select id from approval_requests where status = '${status}' order by id`

async function book({ pick, day }: Deed): Promise<unknown> {
  return inn.book({
    member: guests[pick % guests.length] as string,
    from: day,
    nights: 1 + (pick % 2),
    count: 1 + (pick % 3 === 0 ? 1 : 0),
    type: (['single', 'twin', 'suite'] as const)[pick % 3] ?? 'twin',
  })
}

async function cancel(stayId: string): Promise<unknown> {
  const orderId = await inn.value<string>('select order_id from order_lines where id = $1', stayId)
  return inn.cancel({ orderId, stayIds: [stayId] })
}

const VERBS: Record<
  Exclude<Deed['kind'], 'book' | 'pay'>,
  [string, (id: string, deed: Deed) => Promise<unknown>]
> = {
  cancel: [
    "select id from order_lines where status in ('pending', 'confirmed') order by id",
    (id) => cancel(id),
  ],
  decide: [requests('pending'), (id, { pick }) => inn.decides(id, pick % 3 ? 'approve' : 'reject')],
  withdraw: [
    requests('pending'),
    async (requestId) =>
      inn.does(inn.front, withdrawRequest, {
        requestId,
        ...(await inn.seen(requestId)),
        reason: 'x',
      }),
  ],
  settle: [requests('approved'), (id) => inn.time(settleCancellation, id)],
  arrive: [
    lines('confirmed'),
    (stayId, { day }) => inn.does(inn.front, checkIn, { stayId, ...arrival() }, inn.noon(day)),
  ],
  leave: [
    lines('in_house'),
    (stayId, { day }) => inn.does(inn.front, checkOut, { stayId }, inn.noon(day + 1)),
  ],
  clean: [
    'select room_id as id from cleanings where done_at is null order by id',
    (roomId) => inn.does(inn.front, finishCleaning, { roomId }),
  ],
  block: [
    'select id from rooms order by id',
    (roomId, { day }) =>
      inn.does(inn.manager, blockRoom, {
        roomId,
        kind: 'maintenance',
        fromNight: inn.day(day),
        untilNight: inn.day(day + 1),
        reason: 'x',
      }),
  ],
  release: [
    'select room_id as id from room_blocks where released_at is null order by id',
    (roomId) => inn.does(inn.manager, releaseRoom, { roomId, reason: 'x' }),
  ],
  expire: [
    'select id from orders where settled_at is null order by id',
    (id) => inn.time(expireOrder, id, inn.noon(5)),
  ],
  remind: [
    'select id from orders where settled_at is null order by id',
    (id) => inn.time(remindOrder, id, inn.noon(5)),
  ],
}

async function dare(deed: Deed): Promise<string> {
  if (deed.kind === 'book') return outcome(book(deed))
  if (deed.kind === 'pay')
    return outcome(inn.pay(guests[deed.pick % guests.length] as string, deed.amount))
  const [choice, verb] = VERBS[deed.kind]
  const id = await one(choice, deed.pick)
  return id === null ? 'done' : outcome(verb(id, deed))
}

test('B-02 B-13 whatever people and time do at the same moment, the books stay sound and every refusal has a name', async () => {
  const outcomes = new Map<string, number>()
  const waves = fc.array(fc.array(anyDeed, { minLength: 8, maxLength: 14 }), {
    minLength: 6,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(waves, async (some) => {
      for (const wave of some) {
        for (const [n, said] of (await Promise.all(wave.map(dare))).entries()) {
          const name = `${wave[n]?.kind} ${said}`
          outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
          // A refusal the caller can act on; waiting in a circle is none.
          if (said !== 'done') expect(ERRORS[said as ErrorCode].status).toBeLessThan(500)
        }
        expect(await unsound(inn)).toEqual([])
      }
      const findings = await verifyBooks(inn.sql, async () => true)
      expect(findings.filter((finding) => finding.wrong > 0)).toEqual([])
    }),
    { numRuns: 6, endOnFailure: true },
  )
  // Otherwise the storm was a calm: everything must have succeeded at least once.
  for (const kind of new Set(KINDS)) expect([...outcomes.keys()]).toContain(`${kind} done`)
}, 90_000)
