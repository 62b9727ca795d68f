import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { type Known, requestsOf, type Wild } from './support/arbitraries.ts'
import { OPERATIONS, type Operation } from './support/operations.ts'
import { asOwner } from './support/owner.ts'
import { type Sample, samples } from './support/requests.ts'
import { brokenPromise } from './support/schemas.ts'
import { addDays, otherIssuer, type Staged, stage } from './support/staged.ts'

/** Another run, another seed; the one of a failure is in its message and may be given again. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const REQUESTS_EACH = Number(process.env['FUZZ_REQUESTS'] ?? 10)

const LOGINS = ['front', 'manager', 'operator', 'M1001']

let inn: TestHouse
let known: Known
let requests: Readonly<Record<string, Sample>>
const callers = new Map<string, TestClient>()
let anonymous: TestClient

beforeAll(async () => {
  inn = await startHouse()
  const at = await stage(inn)
  const alien = await otherIssuer(inn)
  known = await knownTo(at, alien.property)
  anonymous = clientFor(inn.url, {})
  requests = {
    ...samples(inn, at),
    signIn: { as: 'front', body: { kind: 'staff', login: 'front', password: 'x' }, answers: 401 },
    requestRegistration: { as: 'front', body: {}, answers: 422 },
    confirmRegistration: { as: 'front', params: { code: 'none' }, body: {}, answers: 422 },
    openChannelSession: { as: 'front', body: {}, answers: 422 },
    signOut: { as: 'front', answers: 200 },
  }
  for (const login of LOGINS) callers.set(login, await inn.as(login))
}, 60_000)
afterAll(() => inn.stop())

/** Ids of every kind of record, also where another kind is wanted; days around today and at the edges. */
async function knownTo(at: Staged, alien: string): Promise<Known> {
  const { today } = at
  return {
    ids: [
      inn.property,
      inn.otherProperty,
      alien,
      at.member.id,
      at.otherMember.id,
      ...Object.values(at.types),
      at.elsewhere.roomTypeId,
      at.elsewhere.roomId,
      at.room.id,
      at.blockedRoom.id,
      at.cleaningRoomId,
      at.order.id,
      at.order.stays[0].id,
      at.waiting.id,
      at.waiting.stays[0].id,
      at.arriving.id,
      at.inHouse.id,
      at.request.id,
      at.toReject.id,
      at.token.id,
      at.leaver.id,
    ],
    days: [-1, 0, 1, 2, 30, 31, 60, 729, 730, 731]
      .map((days) => addDays(today, days))
      .concat(['0001-01-01', '9999-12-31', '2028-02-29']),
  }
}

/** Its walk would wait for a worker that this house does not have: only what is refused, or at once done. */
const tamed = (operation: Operation, wild: Wild): Wild => {
  if (operation.operationId !== 'advanceClock') return wild
  const { bySeconds } = (wild.body ?? {}) as { bySeconds?: unknown }
  return typeof bySeconds === 'number' && bySeconds > 0 ? { ...wild, body: { bySeconds: 1 } } : wild
}

function send(operation: Operation, caller: string, given: Wild) {
  const { path, query, body, version } = tamed(operation, given)
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  // Whoever signs out would be gone for the requests after it.
  const client =
    operation.operationId === 'signOut' ? anonymous : (callers.get(caller) as TestClient)
  const { file } = requests[operation.operationId] as Sample
  return client.request(operation.method.toUpperCase(), search ? `${filled}?${search}` : filled, {
    version,
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { file }),
  })
}

const seen = new Map<number, number>()

test.each(OPERATIONS.map((one) => [one.operationId, one] as const))(
  `B-16 %s: whatever comes, a documented answer that fits its schema, and never a fault of ours (seed ${SEED})`,
  async (_operationId, operation) => {
    const good = requests[operation.operationId] as Sample
    const caller = fc.oneof(
      { weight: 3, arbitrary: fc.constant(good.as) },
      { weight: 1, arbitrary: fc.constantFrom(...LOGINS) },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(caller, requestsOf(operation, good, known)),
        async ([who, wild]) => {
          const answer = await send(operation, who, wild)
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
          if (answer.status >= 500)
            throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
          const broken = brokenPromise(operation, answer)
          if (broken) throw new Error(`${broken}: ${JSON.stringify(answer.body).slice(0, 500)}`)
        },
      ),
      { seed: SEED, numRuns: REQUESTS_EACH },
    )
  },
  30_000,
)

test('the fuzz went deep enough: much was done, much refused for its form, for the person and for the books', () => {
  const share = (...statuses: number[]) =>
    statuses.reduce((sum, status) => sum + (seen.get(status) ?? 0), 0) /
    [...seen.values()].reduce((sum, count) => sum + count, 0)
  expect(share(200, 201)).toBeGreaterThan(0.1)
  expect(share(400, 422)).toBeGreaterThan(0.1)
  expect(share(403, 404)).toBeGreaterThan(0.1)
  expect(share(409, 412)).toBeGreaterThan(0)
})

test('B-13: after all that the books still balance and no lot is below zero', async () => {
  const [sums] = await asOwner(inn, (sql) =>
    sql.rows(
      `select (select sum(amount)::int from entries) as entries,
         (select count(*)::int from lots where remaining < 0 or remaining > issued) as lots,
         (select count(*)::int from accounts a where kind = 'wallet' and balance <> (select coalesce(sum(remaining), 0) from lots l where l.account_id = a.id)) as wallets,
         (select count(*)::int from order_lines l where status in ('confirmed', 'pending') and check_out - check_in <> (select count(*) from room_nights n where n.line_id = l.id)) as nights`,
    ),
  )
  expect(sums).toEqual({ entries: 0, lots: 0, wallets: 0, nights: 0 })
})
