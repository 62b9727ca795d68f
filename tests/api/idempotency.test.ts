import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RequestOptions, TestClient } from '../support/client.ts'
import { eventually } from '../support/eventually.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { isCommand, OPERATIONS, operationOf } from './support/operations.ts'
import { asOwner, stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, optionsOf, type Sample, samples } from './support/requests.ts'
import { type Staged, stage } from './support/staged.ts'
import { newDocument } from '../support/identity.ts'

const COMMANDS = OPERATIONS.filter(isCommand).map((one) => [one.operationId] as const)

let inn: TestHouse
let at: Staged
let requests: Readonly<Record<string, Sample>>
const clients = new Map<string, TestClient>()

beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  requests = samples(inn, at)
  for (const login of ['front', 'manager', 'operator', 'M1001'])
    clients.set(login, await inn.as(login))
}, 60_000)
afterAll(() => inn.stop())

function send(operationId: string, more: RequestOptions, as?: string) {
  const sample = requests[operationId] as Sample
  const { method, path } = operationOf(operationId)
  return (clients.get(as ?? sample.as) as TestClient).request(
    method.toUpperCase(),
    addressOf(path, sample),
    { ...optionsOf(sample), ...more },
  )
}

test.each(COMMANDS)(
  'B-01 %s: without a key, or with one that cannot be, nothing happens',
  async (operationId) => {
    const before = await stateOfBooks(inn)
    expectProblem(await send(operationId, { key: null }), { code: 'idempotency_key_missing' })
    expectProblem(await send(operationId, { key: '' }), { code: 'idempotency_key_missing' })
    expectProblem(await send(operationId, { key: '""' }), { code: 'idempotency_key_missing' })
    for (const key of ['a b', 'x'.repeat(256), 'café']) {
      const { errors } = expectProblem(await send(operationId, { key }), {
        code: 'validation_failed',
      })
      expect(errors?.[0]?.pointer).toBe('/Idempotency-Key')
    }
    expect(await stateOfBooks(inn)).toEqual(before)
  },
)

test.each(COMMANDS)(
  'B-01 %s: done once; asked again it answers the same and does nothing',
  async (operationId) => {
    const sample = requests[operationId] as Sample
    const key = randomUUID()
    const first = await send(operationId, { key })
    expect({ status: first.status, body: first.body }).toMatchObject({ status: sample.answers })
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    const after = await stateOfBooks(inn)

    for (const again of [key, `"${key}"`]) {
      const answer = await send(operationId, { key: again })
      expect(answer.headers.get('idempotent-replayed')).toBe('true')
      expect(answer.headers.get('etag')).toBe(first.headers.get('etag'))
      expect({ status: answer.status, body: answer.body }).toEqual({
        status: first.status,
        body: first.body,
      })
    }
    const body = { ...sample.body, ...otherBody(sample.body ?? {}) }
    if (Object.keys(body).length > 0)
      expectProblem(await send(operationId, { key, body }), { code: 'idempotency_key_reused' })
    if (sample.version !== undefined)
      expectProblem(await send(operationId, { key, version: sample.version + 1 }), {
        code: 'idempotency_key_reused',
      })
    expect(await stateOfBooks(inn)).toEqual(after)
  },
)

const TEXTS = ['reason', 'name', 'displayName', 'number', 'ticket', 'report', 'note']
const COUNTS = ['amount', 'base', 'value', 'percent', 'version', 'nights', 'startMinutes']

/** One text or number of the body a little different, and still valid. */
function otherBody(body: Readonly<Record<string, unknown>>): object {
  const { pictureIds } = body
  if (Array.isArray(pictureIds)) return { pictureIds: pictureIds.toReversed() as unknown[] }
  const field = [...TEXTS, ...COUNTS].find((name) => name in body)
  if (field === undefined) return otherStructure(body)
  const value = body[field]
  return {
    [field]:
      typeof value === 'number' ? value + (field === 'amount' ? 1_000 : 1) : `${String(value)}2`,
  }
}

function otherStructure(body: Readonly<Record<string, unknown>>): object {
  const { digest } = body
  if ('pictureId' in body) return { pictureId: randomUUID() }
  if ('identity' in body) return { atReason: '記録漏れ' }
  if ('staffId' in body) return { date: '2030-01-01' }
  if (typeof digest === 'string')
    return { digest: digest.replace(/./, (x) => (x === '0' ? '1' : '0')) }
  return 'stays' in body ? { channel: 'web' } : {}
}

test('B-01: the same key for another record of the same kind is another content', async () => {
  const [first, second] = await Promise.all([register('鍵 一'), register('鍵 二')])
  const key = randomUUID()
  const topUp = (id: string) =>
    (clients.get('front') as TestClient).request('POST', `/v1/members/${id}/top-ups`, {
      key,
      body: { propertyId: inn.property, amount: 5_000 },
    })
  expect((await topUp(first.id)).status).toBe(201)
  expectProblem(await topUp(second.id), { code: 'idempotency_key_reused' })
})

const register = (name: string, more: object = {}) =>
  (clients.get('front') as TestClient).post('/v1/members', {
    name,
    kana: 'カギ',
    phone: '03-0000-0050',
    birthDate: '1990-01-01',
    identity: newDocument(),
    confirmDuplicates: true,
    ...more,
  })

test('B-01: a refusal is not kept: the same key succeeds once its cause is gone', async () => {
  const front = clients.get('front') as TestClient
  const holder = await register('持主', { email: 'wanted@example.com' })
  const body = {
    name: '後の人',
    kana: 'アトノヒト',
    phone: '03-0000-0051',
    birthDate: '1991-01-01',
    identity: newDocument(),
    email: 'wanted@example.com',
  }
  const key = randomUUID()
  expectProblem(await front.request('POST', '/v1/members', { key, body }), {
    code: 'already_exists',
  })
  await front.request('PATCH', `/v1/members/${holder.id}`, {
    body: { email: null },
    version: holder.version,
  })
  const answer = await front.request('POST', '/v1/members', { key, body })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('idempotent-replayed')).toBeNull()
})

test('B-01: twenty callers at once with one key have one effect; all learn of it or that it is under way', async () => {
  const front = clients.get('front') as TestClient
  const { id } = await register('同時 鍵')
  const key = randomUUID()
  const topUp = () =>
    front.request('POST', `/v1/members/${id}/top-ups`, {
      key,
      body: { propertyId: inn.property, amount: 7_000 },
    })
  const answers = await Promise.all(Array.from({ length: 20 }, topUp))
  const done = answers.filter((answer) => answer.status === 201)
  const waiting = answers.filter((answer) => answer.status !== 201)
  expect(done.length).toBeGreaterThan(0)
  expect(new Set(done.map((answer) => answer.body.topUpId)).size).toBe(1)
  for (const answer of waiting) expectProblem(answer, { code: 'idempotency_in_progress' })
  expect(done.filter((answer) => answer.headers.get('idempotent-replayed') === null)).toHaveLength(
    1,
  )
  expect((await front.get(`/v1/members/${id}`)).balance).toBe(7_000)
  expect((await topUp()).body.topUpId).toBe(done[0]?.body.topUpId)
})

test('B-01: asked again while it is still running, it says so at once, and does not wait in line', async () => {
  const front = clients.get('front') as TestClient
  const { id } = await register('待ち 鍵')
  const options = { key: randomUUID(), body: { propertyId: inn.property, amount: 3_000 } }
  const topUp = () => front.request('POST', `/v1/members/${id}/top-ups`, options)
  const first = await asOwner(inn, async (sql) => {
    await sql.run('begin')
    await sql.run('select lock_wallets($1)', [id])
    const running = topUp()
    await eventually(async () => {
      const waiting = await sql.rows(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      expect(waiting).toHaveLength(1)
    })
    expectProblem(await topUp(), { code: 'idempotency_in_progress' })
    await sql.run('rollback')
    return running
  })
  expect(first.status).toBe(201)
  expect((await topUp()).headers.get('idempotent-replayed')).toBe('true')
})

test('B-01: the same key of another person, and for another verb, is another command', async () => {
  const key = randomUUID()
  const person = { name: '別人', kana: 'ベツジン', phone: '03-0000-0052', birthDate: '1992-02-02' }
  const answers = await Promise.all(
    ['front', 'manager'].map((login) =>
      (clients.get(login) as TestClient).request('POST', '/v1/members', {
        key,
        body: { ...person, identity: newDocument(), confirmDuplicates: true },
      }),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual([201, 201])
  expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id)
  const topUp = await clients
    .get('front')
    ?.request('POST', `/v1/members/${answers[0]?.body.id}/top-ups`, {
      key,
      body: { propertyId: inn.property, amount: 1_000 },
    })
  expect(topUp?.status).toBe(201)
})
