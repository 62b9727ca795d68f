import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { decideRequest } from '../../activities/approvals/decide-request.ts'
import { withdrawRequest } from '../../activities/approvals/withdraw-request.ts'
import { cancelOrder } from '../../activities/lodging/cancel-order.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { settleCancellation } from '../../activities/lodging/settle-cancellation.ts'
import { type StaffActor, SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { type Inn, openInn } from './support/inn.ts'
import { command, overlapped } from './support/overlap.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

let inn: Inn
let member: string
let second: StaffActor
let order: Awaited<ReturnType<Inn['book']>>
let request: string
let from = 10
beforeAll(async () => {
  inn = await openInn()
  second = await inn.hire('second', 'manager')
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 1
  member = await inn.guest(50_000)
  order = await inn.book({ member, from })
  request = await inn.asks(order)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const decides = async (decision: 'approve' | 'reject', actor = inn.manager) =>
  command(actor, decideRequest, {
    requestId: request,
    ...(await inn.seen(request)),
    decision,
    reason: 'x',
  })
const withdraws = async () =>
  command(inn.front, withdrawRequest, {
    requestId: request,
    ...(await inn.seen(request)),
    reason: 'x',
  })
const arrives = () =>
  command(inn.front, checkIn, { stayId: order.stayId, ...arrival() }, inn.noon(from))
const settles = () => command(SYSTEM_ACTOR, settleCancellation, { id: request })
const asks = async () => {
  const { digest } = await inn.preview(order, inn.noon(0))
  const { orderId, stayIds } = order
  return command(inn.front, cancelOrder, { orderId, stayIds, reason: 'x', digest }, inn.noon(0))
}

describe('decision 16: the guest arrives while the manager decides', () => {
  test('approved first: the guest is not let in', async () => {
    expect(await overlapped(inn, await decides('approve'), arrives())).toEqual([
      'done',
      'state_conflict',
    ])
    expect(await inn.status(order.stayId)).toBe('confirmed')
    await inn.time(settleCancellation, request)
    expect(await inn.status(order.stayId)).toBe('cancelled')
  })

  test('arrived first: the approval is a conflict', async () => {
    expect(await overlapped(inn, arrives(), await decides('approve'))).toEqual([
      'done',
      'state_conflict',
    ])
    expect(await inn.requestStatus(request)).toBe('pending')
    expect(await inn.status(order.stayId)).toBe('in_house')
  })

  test('rejected meanwhile: the guest goes in either way', async () => {
    expect(await overlapped(inn, await decides('reject'), arrives())).toEqual(['done', 'done'])
  })

  test('settled meanwhile: gone is gone', async () => {
    await inn.decides(request)
    expect(await overlapped(inn, settles(), arrives())).toEqual(['done', 'state_conflict'])
    expect(await inn.status(order.stayId)).toBe('cancelled')
  })
})

describe('B-04 one decision', () => {
  test('approved, withdrawn or rejected at the same moment: whoever is first, once', async () => {
    const rivals = [
      () => decides('approve'),
      () => decides('reject', second),
      () => decides('approve', second),
      withdraws,
    ]
    for (const one of rivals)
      for (const other of rivals.filter((rival) => rival !== one)) {
        expect(await overlapped(inn, await one(), await other())).toEqual([
          'done',
          'state_conflict',
        ])
        expect(await inn.requestStatus(request)).not.toBe('pending')
        member = await inn.guest(50_000)
        from += 1
        order = await inn.book({ member, from })
        request = await inn.asks(order)
      }
  })

  test('003-22 two ask for the same room at once: one request', async () => {
    await (await withdraws())(inn)
    expect(await overlapped(inn, await asks(), await asks())).toEqual([
      'done',
      'request_already_open',
    ])
  })

  test('asked for again while it is withdrawn: allowed as soon as it is', async () => {
    const again = await asks()
    expect(await overlapped(inn, await withdraws(), again)).toEqual(['done', 'done'])
  })
})

describe('B-01 settled once', () => {
  test('also when two workers do it at the same moment', async () => {
    await inn.decides(request)
    expect(await overlapped(inn, settles(), settles())).toEqual(['done', 'done'])
    expect(await inn.balance(member)).toBe(50_000)
    expect(
      (await inn.trail(request)).filter((verb) => verb === 'cancellation.settled'),
    ).toHaveLength(1)
  })

  test('also when it is approved in that moment: nothing before, all after', async () => {
    expect(await overlapped(inn, await decides('approve'), settles())).toEqual(['done', 'done'])
    await inn.time(settleCancellation, request)
    expect(await inn.requestStatus(request)).toBe('settled')
    expect(await inn.balance(member)).toBe(50_000)
  })
})
