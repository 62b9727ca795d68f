import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { DemoLogin } from '../../activities/platform/seed-house.ts'
import { clientFor, signedIn, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { isCommand, OPERATIONS, type Operation, operationOf } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, optionsOf, type Sample, samples } from './support/requests.ts'
import { type Caller, CALLERS, EXPECTED } from './support/role-matrix.ts'
import { hire, otherIssuer, type Staged, stage } from './support/staged.ts'

let inn: TestHouse
let at: Staged
let callers: ReadonlyMap<Caller, TestClient>
let requests: Readonly<Record<string, Sample>>

beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  callers = await everybody()
  // Records of M1001 throughout, so that "own" and "other" mean the same in every row.
  const { kind, login, password } = inn.logins.find((one) => one.login === 'front') as DemoLogin
  const stays = { digest: at.request.digest, reason: '確認済み', stayIds: [at.order.stays[0].id] }
  const valid = samples(inn, at)
  requests = {
    ...valid,
    cancelOrder: { as: '', params: { id: at.order.id }, body: stays, answers: 200 },
    getStay: { as: '', params: { id: at.order.stays[0].id }, answers: 200 },
    editMember: {
      as: '',
      params: { id: at.member.id },
      body: { phone: '03-0000-0031' },
      version: at.member.version,
      answers: 200,
    },
    withdraw: valid['approve'] as Sample,
    signIn: { as: '', body: { kind, login, password }, answers: 201 },
    // Forms for everybody: what is asked for is missing, so that nothing is written.
    requestRegistration: { as: '', body: {}, answers: 422 },
    confirmRegistration: { as: '', params: { code: 'none' }, body: {}, answers: 422 },
    openChannelSession: { as: '', body: {}, answers: 422 },
    signOut: { as: '', answers: 200 },
    advanceClock: { as: '', body: { to: '2020-01-01T00:00:00Z' }, answers: 422 },
  }
}, 60_000)
afterAll(() => inn.stop())

async function everybody(): Promise<ReadonlyMap<Caller, TestClient>> {
  const operator = await inn.as('operator')
  const tokenFor = async (scopes: readonly string[]) => {
    const body = { name: 'matrix', propertyId: inn.property, scopes }
    const { token } = await operator.post('/v1/api-tokens', body)
    return clientFor(inn.url, { Authorization: `Bearer ${token}` })
  }
  const found = new Map<Caller, TestClient>([
    ['anon', clientFor(inn.url, {})],
    ['own', await inn.as('M1001')],
    ['other', await inn.as('M1002')],
    ['f-else', await inn.as('front-yamate')],
    ['m-else', await inn.as('manager-yamate')],
    ['alien', (await otherIssuer(inn)).client],
    ['t-else', await tokenElsewhere()],
  ])
  for (const caller of CALLERS) {
    if (found.has(caller)) continue
    found.set(
      caller,
      caller.startsWith('t-') ? await tokenFor([caller.slice(2)]) : await inn.as(caller),
    )
  }
  return found
}

/** Every scope there is, at the other property. */
async function tokenElsewhere(): Promise<TestClient> {
  const scopes = CALLERS.filter((one) => one.startsWith('t-') && one !== 't-else')
  const login = await hire(inn, 'operator-yamate', inn.otherProperty, ['operator'])
  const { token } = await (await signedIn(inn.url, login)).post('/v1/api-tokens', {
    name: 'matrix',
    propertyId: inn.otherProperty,
    scopes: scopes.map((one) => one.slice(2)),
  })
  return clientFor(inn.url, { Authorization: `Bearer ${token}` })
}

const NEEDS_NO_ROLE = ['/healthz', '/readyz', '/metrics', '/version', '/v1/openapi.json', '/docs']

test('B-16 003-11: every route of the document has its row of the matrix, and no row is left over', () => {
  expect([...EXPECTED.keys()].toSorted()).toEqual(
    OPERATIONS.map((operation) => operation.operationId).toSorted(),
  )
})

/** Asks without a key where one is needed: an open door answers for the key, and nothing happens. */
async function ask(caller: Caller, operation: Operation): Promise<string | number> {
  const sample = requests[operation.operationId]
  const client = callers.get(caller)
  if (!sample || !client) throw new Error(`no request for ${operation.operationId} by ${caller}`)
  const answer = await client.request(
    operation.method.toUpperCase(),
    addressOf(operation.path, sample),
    {
      ...optionsOf(sample),
      ...(isCommand(operation) && EXPECTED.get(operation.operationId)?.get(caller) === 'ok'
        ? { key: null }
        : {}),
    },
  )
  const { status } = answer
  if (status >= 400) expectProblem(answer, { about: `${operation.operationId} ${caller}` })
  if (status === 401 || status === 403 || status === 404) return status
  const open = isCommand(operation) ? 400 : sample.answers
  return status === open ? 'ok' : `${status} ${JSON.stringify(answer.body).slice(0, 300)}`
}

test('004-19 000-11: each role, relation and scope gets exactly what the matrix says, and a refusal changes nothing', async () => {
  const before = await stateOfBooks(inn)
  const wrong: string[] = []
  for (const [operationId, cells] of EXPECTED) {
    const operation = operationOf(operationId)
    await Promise.all(
      [...cells].map(async ([caller, expected]) => {
        const got = await ask(caller, operation)
        if (got !== expected)
          wrong.push(`${operationId} by ${caller}: ${got}, expected ${expected}`)
      }),
    )
  }
  expect(wrong).toEqual([])
  const { audit_events: trail, ...after } = await stateOfBooks(inn)
  const { audit_events: trailBefore, ...unchanged } = before
  expect(after).toEqual(unchanged)
  // Looking at the register is let in at once, and leaves who looked and why.
  const added = Number(trail?.split('/')[0]) - Number(trailBefore?.split('/')[0])
  const looks = await inn.house.database.sql.rows<{ verb: string }>(
    'select verb from audit_events order by id desc limit $1',
    [added],
  )
  expect(new Set(looks.map(({ verb }) => verb))).toEqual(new Set(['guest_register.revealed']))
}, 60_000)

test('004-19: what the house says of itself needs no session; its stream of changes needs a desk', async () => {
  const anonymous = callers.get('anon') as TestClient
  for (const path of NEEDS_NO_ROLE) expect((await anonymous.request('GET', path)).status).toBe(200)
  expect((await anonymous.request('GET', '/v1/events')).status).toBe(401)
  const member = await inn.as('M1001')
  expect((await member.request('GET', '/v1/events')).status).toBe(403)
  expect(
    (await (callers.get('t-orders.read') as TestClient).request('GET', '/v1/events')).status,
  ).toBe(403)
})
