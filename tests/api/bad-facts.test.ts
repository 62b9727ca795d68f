import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../domain/platform/errors.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { operationOf } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, optionsOf, type Sample, samples } from './support/requests.ts'
import { addDays, otherIssuer, type Staged, stage } from './support/staged.ts'

let inn: TestHouse
let at: Staged
let requests: Readonly<Record<string, Sample>>
let alien: { issuer: string; property: string; memberId: string; client: TestClient }
let before: Record<string, string>
const clients = new Map<string, TestClient>()

beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  requests = samples(inn, at)
  for (const login of ['front', 'manager', 'operator', 'manager-yamate', 'M1001'])
    clients.set(login, await inn.as(login))
  const other = await otherIssuer(inn)
  const body = requests['registerMember']?.body
  alien = { ...other, memberId: (await other.client.post('/v1/members', body)).id }
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  before = await stateOfBooks(inn)
})
afterEach(async () => expect(await stateOfBooks(inn)).toEqual(before))

type Change = {
  body?: object
  params?: Record<string, string>
  version?: number | string
  as?: string
}

/** The good request with one fact changed. */
function ask(operationId: string, change: Change) {
  const sample = requests[operationId] as Sample
  const { method, path } = operationOf(operationId)
  const asked = { ...sample, params: { ...sample.params, ...change.params } }
  const options = optionsOf({ ...asked, body: { ...sample.body, ...change.body } })
  return (clients.get(change.as ?? sample.as) as TestClient).request(
    method.toUpperCase(),
    addressOf(path, asked),
    change.version === undefined ? options : { ...options, version: change.version },
  )
}

async function refused(operationId: string, change: Change, code: ErrorCode): Promise<void> {
  const answer = await ask(operationId, change)
  expectProblem(answer, { code, about: `${operationId} ${JSON.stringify(change)}` })
}

const stay = (change: object) => {
  const { stays } = (requests['placeOrder'] as Sample).body as { stays: object[] }
  return { stays: [{ ...stays[0], ...change }] }
}
const from = (inDays: number, nights: number) =>
  stay({ checkIn: addDays(at.today, inDays), checkOut: addDays(at.today, inDays + nights) })

describe('003-16 003-18: an order is refused', () => {
  const dates: readonly (readonly [string, () => object])[] = [
    ['that leaves before it arrives', () => from(60, -1)],
    ['of no night', () => from(60, 0)],
    ['of 91 nights', () => from(60, 91)],
    ['of 400 nights', () => from(60, 400)],
    ['for yesterday', () => from(-1, 2)],
    ['for the year 9999', () => stay({ checkIn: '9999-12-30', checkOut: '9999-12-31' })],
    ['for the year 1', () => stay({ checkIn: '0001-01-01', checkOut: '0001-01-02' })],
    ['three years ahead', () => from(1_095, 1)],
  ]
  test.each(dates)('%s', async (_name, body) => {
    await refused('placeOrder', { body: body() }, 'dates_impossible')
  })

  test('for more guests than the room holds, more rooms than there are, more than one order may have', async () => {
    await refused('placeOrder', { body: stay({ guestsPerRoom: 3 }) }, 'capacity_exceeded')
    await refused('placeOrder', { body: stay({ count: 30 }) }, 'room_not_available')
    const [one] = stay({ count: 16 }).stays
    await refused('placeOrder', { body: { stays: [one, one] } }, 'limit_exceeded')
  })

  test('for a night without a rate', async () => {
    await refused('placeOrder', { body: from(500, 1) }, 'rate_missing')
  })

  test("for room types, members and properties that are unknown, another house's or another company's", async () => {
    const { roomTypeId } = at.elsewhere
    await refused('placeOrder', { body: stay({ roomTypeId }) }, 'not_found')
    await refused('placeOrder', { body: stay({ roomTypeId: randomUUID() }) }, 'not_found')
    for (const memberId of [randomUUID(), alien.memberId, inn.property])
      await refused('placeOrder', { body: { memberId } }, 'not_found')
    for (const propertyId of [randomUUID(), inn.otherProperty, alien.property])
      await refused('placeOrder', { body: { propertyId } }, 'not_found')
  })
})

describe('decision 15: what belongs elsewhere is not found', () => {
  const gone = randomUUID()

  test('whatever command names it in its address', async () => {
    const commands = Object.entries(requests).filter(([, sample]) => sample.body && sample.params)
    expect(commands.length).toBeGreaterThan(13)
    for (const [operationId] of commands) {
      if (operationId === 'advanceClock') continue
      await refused(operationId, { params: { id: gone } }, 'not_found')
      await refused(operationId, { params: { id: alien.property } }, 'not_found')
    }
  })

  test('whatever query names it', async () => {
    const manager = clients.get('manager') as TestClient
    for (const id of [gone, alien.memberId, alien.property]) {
      for (const noun of ['orders', 'stays', 'members', 'rooms', 'room-types', 'approvals'])
        expectProblem(await manager.request('GET', `/v1/${noun}/${id}`), {
          code: 'not_found',
          about: noun,
        })
      expectProblem(await manager.request('GET', `/v1/members/${id}/points`), { code: 'not_found' })
      expectProblem(await manager.request('GET', `/v1/board?propertyId=${id}`), {
        code: 'not_found',
      })
      for (const kind of ['order', 'member', 'room', 'approval', 'token'])
        expectProblem(await manager.request('GET', `/v1/audit-events?subject=${kind}:${id}`), {
          code: 'not_found',
        })
    }
  })

  test("a top-up for another company's member, or at another's desk", async () => {
    await refused('topUp', { params: { id: alien.memberId } }, 'not_found')
    await refused('topUp', { body: { propertyId: alien.property } }, 'not_found')
    await refused('topUp', { body: { propertyId: inn.otherProperty } }, 'not_found')
  })

  test("a room of another house's type; a cancellation of another order's stay", async () => {
    await refused('createRoom', { body: { roomTypeId: at.elsewhere.roomTypeId } }, 'not_found')
    await refused('cancelOrder', { body: { stayIds: [at.order.stays[0].id] } }, 'not_found')
    await refused('cancelOrder', { body: { stayIds: [gone] } }, 'not_found')
  })
})

describe('what contradicts the books is refused', () => {
  test('003-01: a number, a code, a login, a mail address that exists', async () => {
    await refused('createRoom', { body: { number: at.room.number } }, 'already_exists')
    await refused('editRoom', { body: { number: '201' } }, 'already_exists')
    await refused('createRoomType', { body: { code: 'twin' } }, 'already_exists')
    await refused('hireStaff', { body: { login: 'front' } }, 'already_exists')
    await refused('registerMember', { body: { email: 'SAKURA@example.com' } }, 'already_exists')
    await refused('editMember', { body: { email: 'Sakura@Example.com' } }, 'already_exists')
  })

  test('003-10: a birth in the future or 200 years ago, with the field named in the language asked for', async () => {
    for (const birthDate of ['2999-01-01', '1800-01-01', '0001-01-01']) {
      const { errors } = expectProblem(await ask('registerMember', { body: { birthDate } }), {
        code: 'validation_failed',
      })
      expect(errors).toEqual([
        { pointer: '/birthDate', code: 'impossible', message: 'ありえない日付です。' },
      ])
      await refused('editMember', { body: { birthDate } }, 'validation_failed')
    }
  })

  test('003-05: a block over a sold night, backwards, of 400 nights, in the past, in the year 9999', async () => {
    const block = (fromNight: string, untilNight: string) => ({ body: { fromNight, untilNight } })
    const sold = {
      params: { id: at.order.stays[0].roomId },
      ...block(at.order.checkIn, at.order.checkIn),
    }
    await refused('blockRoom', sold, 'room_sold')
    for (const [first, last] of [
      [addDays(at.today, 6), addDays(at.today, 5)],
      [at.today, addDays(at.today, 400)],
      [addDays(at.today, -1), at.today],
      [at.today, '9999-12-31'],
      ['9999-12-31', '9999-12-31'],
    ] as const)
      await refused('blockRoom', block(first, last), 'dates_impossible')
  })

  test('003-07: rates backwards or over 401 nights', async () => {
    for (const days of [-1, 401]) {
      const body = { fromNight: at.today, untilNight: addDays(at.today, days) }
      await refused('setRates', { body }, 'range_impossible')
    }
  })

  test('003-25 003-26: a guest who is not due, not in, already gone; a room that is clean or open', async () => {
    await refused('checkIn', { params: { id: at.order.stays[0].id } }, 'check_in_too_early')
    await refused('checkIn', { params: { id: at.inHouse.id } }, 'state_conflict')
    await refused('checkIn', { params: { id: at.waiting.stays[0].id } }, 'state_conflict')
    await refused('checkOut', { params: { id: at.arriving.id } }, 'state_conflict')
    await refused('finishCleaning', { params: { id: at.room.id } }, 'state_conflict')
    await refused('releaseRoom', { params: { id: at.room.id } }, 'state_conflict')
  })

  test('B-05: a cancellation of what was not on screen, or asked for already', async () => {
    await refused('cancelOrder', { body: { digest: '0'.repeat(64) } }, 'digest_mismatch')
    const { preview, digest, subject } = at.request
    const stayIds = preview.stays.map((one: { stayId: string }) => one.stayId)
    await refused(
      'cancelOrder',
      { params: { id: subject.id }, body: { stayIds, digest } },
      'request_already_open',
    )
  })

  test('B-14: a clock that goes back, stands still at nothing, or leaps two years', async () => {
    const operator = clients.get('operator') as TestClient
    const bodies = [
      { to: '2020-01-01T00:00:00Z' },
      { to: '2099-01-01T00:00:00Z' },
      { to: '2026-12-31T23:59:60Z' },
      { to: 'tomorrow' },
      { bySeconds: 0 },
      { bySeconds: 401 * 86_400 },
      { bySeconds: 1, to: '2099-01-01T00:00:00Z' },
      {},
    ]
    for (const body of bodies)
      expectProblem(await operator.request('POST', '/v1/clock/advance', { body }), {
        code: 'validation_failed',
        about: JSON.stringify(body),
      })
  })
})
