import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { decideRequest } from '../../activities/approvals/decide-request.ts'
import { raiseOverdueRequest } from '../../activities/approvals/raise-overdue-request.ts'
import { withdrawRequest } from '../../activities/approvals/withdraw-request.ts'
import { checkIn } from '../../activities/lodging/check-in.ts'
import { type StaffActor, SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { type Inn, openInn } from './support/inn.ts'
import { unsound } from './support/sound.ts'
import { arrival } from '../support/arrival.ts'

let inn: Inn
let member: string
let order: Awaited<ReturnType<Inn['book']>>
let request: string
let insider: StaffActor
let from = 5
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  from += 1
  member = await inn.guest(20_000)
  order = await inn.book({ member, from })
  request = await inn.asks(order)
})
afterEach(async () => {
  expect(await unsound(inn)).toEqual([])
  await inn.empty()
})

const decide = async (actor: StaffActor, changes: object = {}) =>
  inn.does(actor, decideRequest, {
    requestId: request,
    ...(await inn.seen(request)),
    decision: 'approve',
    reason: null,
    ...changes,
  })
const withdraw = async (changes: object = {}) =>
  inn.does(inn.front, withdrawRequest, {
    requestId: request,
    ...(await inn.seen(request)),
    reason: 'x',
    ...changes,
  })

describe('003-23 a manager', () => {
  test('approves: a fact with who, when, why and on what; the process is told', async () => {
    await decide(inn.manager, { reason: '承知' })
    expect(await inn.requestStatus(request)).toBe('approved')
    expect(
      await inn.sql.one(
        'select decision, decider_id, reason, digest = $2 as bound from approval_decisions where request_id = $1',
        [request, (await inn.seen(request)).digest],
      ),
    ).toEqual({ decision: 'approve', decider_id: inn.manager.id, reason: '承知', bound: true })
    expect(await inn.told(request)).toEqual(['cancellation', 'cancellation'])
    expect(await inn.status(order.stayId)).toBe('confirmed')
  })

  test('rejects with a reason; the room may be asked for again', async () => {
    await expect(decide(inn.manager, { decision: 'reject' })).rejects.toMatchObject({
      code: 'validation_failed',
    })
    await inn.decides(request, 'reject')
    expect(await inn.requestStatus(request)).toBe('rejected')
    await inn.asks(order)
  })

  test('decides once: a second decision meets a decided request', async () => {
    await decide(inn.manager)
    for (const again of [() => decide(inn.manager), () => inn.decides(request, 'reject')])
      await expect(again()).rejects.toMatchObject({
        code: 'state_conflict',
        params: { state: 'approved' },
      })
    await expect(withdraw()).rejects.toMatchObject({ code: 'state_conflict' })
  })
})

describe('decision 17: nobody decides for himself', () => {
  test('not who asked, not a machine, not time itself', async () => {
    await expect(decide(inn.front)).rejects.toMatchObject({ code: 'self_approval' })
    const token = { ...inn.front, kind: 'token', scopes: [], propertyId: '', issuerId: '' } as never
    for (const actor of [token, SYSTEM_ACTOR as never])
      await expect(decide(actor)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await inn.requestStatus(request)).toBe('pending')
  })

  test('not the guest under his staff login, also when the login does not say so', async () => {
    insider = await inn.hire(`insider-${from}`, 'manager', member)
    for (const actor of [insider, { ...insider, memberId: null }])
      await expect(decide(actor)).rejects.toMatchObject({ code: 'self_approval' })
    await decide(await inn.hire(`other-${from}`, 'manager', await inn.guest()))
  })
})

describe('decision 18: a decision is bound to what was on screen', () => {
  test('another digest or an older version is refused', async () => {
    await expect(decide(inn.manager, { digest: 'b'.repeat(64) })).rejects.toMatchObject({
      code: 'digest_mismatch',
    })
    await expect(decide(inn.manager, { version: 99 })).rejects.toMatchObject({
      code: 'version_mismatch',
    })
    await expect(withdraw({ version: 99 })).rejects.toMatchObject({ code: 'version_mismatch' })
    await expect(decide(inn.manager, { requestId: order.orderId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('decision 16: the guest has arrived in between: approving is a conflict, rejecting is not', async () => {
    await inn.does(inn.front, checkIn, { stayId: order.stayId, ...arrival() }, inn.noon(from))
    await expect(decide(inn.manager)).rejects.toMatchObject({ code: 'state_conflict' })
    expect(await inn.requestStatus(request)).toBe('pending')
    await inn.decides(request, 'reject')
    expect(await inn.status(order.stayId)).toBe('in_house')
  })

  test('the content has changed since: what is true now is not what was signed', async () => {
    const room = order.roomId
    await inn.sql.run("update rooms set number = 'X' || number where id = $1", [room])
    await expect(decide(inn.manager)).rejects.toMatchObject({ code: 'digest_mismatch' })
    await inn.sql.run('update rooms set number = substr(number, 2) where id = $1', [room])
    await decide(inn.manager)
  })
})

describe('003-23 a request', () => {
  test('is withdrawn by whoever asked, and the room may be asked for again', async () => {
    await withdraw()
    expect(await inn.requestStatus(request)).toBe('withdrawn')
    expect(await inn.trail(request)).toEqual(['approval.requested', 'approval.withdrawn'])
    await inn.asks(order)
  })

  const overdue = () => inn.time(raiseOverdueRequest, request, inn.noon(2))

  test('decision 30: is raised when nobody decides in time, once, and goes on waiting', async () => {
    await inn.time(raiseOverdueRequest, request)
    expect(await inn.openCases(request)).toEqual([])
    for (let n = 0; n < 3; n += 1) await overdue()
    expect(await inn.openCases(request)).toEqual(['overdue_request'])
    expect(await inn.trail(request)).toEqual(['approval.requested', 'approval.overdue'])
    expect(await inn.requestStatus(request)).toBe('pending')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['rejected', () => inn.decides(request, 'reject')],
    ['withdrawn', () => withdraw()],
  ])('decision 30: its case closes itself when it is %s', async (_, end) => {
    await overdue()
    await end()
    expect(await inn.openCases(request)).toEqual([])
    await overdue()
    expect(await inn.openCases(request)).toEqual([])
  })
})
