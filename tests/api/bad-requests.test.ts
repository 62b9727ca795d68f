import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../domain/platform/errors.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { OPERATIONS, takesJson } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, type Sample, samples } from './support/requests.ts'
import { stage } from './support/staged.ts'

const COMMANDS = OPERATIONS.filter(takesJson)

let inn: TestHouse
let requests: Readonly<Record<string, Sample>>
let clients: Readonly<Record<string, TestClient>>
let before: Record<string, string>

beforeAll(async () => {
  inn = await startHouse()
  requests = samples(inn, await stage(inn))
  const [front, manager, operator, M1001] = await Promise.all(
    ['front', 'manager', 'operator', 'M1001'].map((login) => inn.as(login)),
  )
  clients = { front, manager, operator, M1001 } as Readonly<Record<string, TestClient>>
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  before = await stateOfBooks(inn)
})
afterEach(async () => expect(await stateOfBooks(inn)).toEqual(before))

type Raw = { raw: string | Uint8Array; headers?: Record<string, string>; code: ErrorCode }

/** Sent to every command there is, past the client, byte by byte. */
async function everyCommandRefuses({ raw, headers = {}, code }: Raw): Promise<void> {
  for (const { operationId, method, path } of COMMANDS) {
    const sample = requests[operationId] as Sample
    const response = await fetch(`${inn.url}${addressOf(path, sample)}`, {
      method: method.toUpperCase(),
      headers: {
        Cookie: (clients[sample.as] as TestClient).cookie,
        'X-Choba-Request': '1',
        'Idempotency-Key': 'bad-request',
        'If-Match': '"1"',
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
        ...headers,
      },
      body: typeof raw === 'string' ? raw : Buffer.from(raw),
    })
    const answer = {
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    }
    expectProblem(answer, { code, language: 'en', about: operationId })
  }
}

const deep = (open: string, close: string, levels: number) =>
  open.repeat(levels) + close.repeat(levels)
const GZIP = { 'Content-Encoding': 'gzip' }

describe('B-16 every command refuses a body that', () => {
  const cases: Readonly<Record<string, Raw>> = {
    'is cut off': { raw: '{"reason": "予', code: 'request_malformed' },
    'is no JSON': { raw: 'name=value', code: 'request_malformed' },
    'is a bare number': { raw: '42', code: 'request_malformed' },
    'is null': { raw: 'null', code: 'request_malformed' },
    'is a list': { raw: '[]', code: 'validation_failed' },
    'is not UTF-8': {
      raw: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      code: 'validation_failed',
    },
    'has an overflowing number': { raw: '{"amount": 1e999}', code: 'validation_failed' },
    'has 300 kB': {
      raw: JSON.stringify({ reason: 'x'.repeat(300_000) }),
      code: 'payload_too_large',
    },
    'has a million levels in 200 kB': { raw: deep('[', ']', 100_000), code: 'validation_failed' },
    'nests objects without end': {
      raw: deep('{"a":', '1}', 20_000).replace('1}', '1}'),
      code: 'request_malformed',
    },
    'pollutes prototypes': {
      raw: '{"__proto__": {"amount": 1}, "constructor": {"prototype": {}}}',
      code: 'validation_failed',
    },
    'is a form': {
      raw: 'reason=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      code: 'media_type_unsupported',
    },
    'is plain text, as a foreign form would send it': {
      raw: '{"reason": "x"}',
      headers: { 'Content-Type': 'text/plain' },
      code: 'media_type_unsupported',
    },
    'is in an unknown charset': {
      raw: '{}',
      headers: { 'Content-Type': 'application/json; charset=shift_jis' },
      code: 'media_type_unsupported',
    },
    'is said to be gzip and is not': { raw: 'garbage', headers: GZIP, code: 'request_malformed' },
    'is half a gzip': {
      raw: gzipSync('{"reason": "x"}').subarray(0, 20),
      headers: GZIP,
      code: 'request_malformed',
    },
    'unpacks to 300 MB': {
      raw: gzipSync(Buffer.alloc(300_000_000, 32)),
      headers: GZIP,
      code: 'payload_too_large',
    },
    'is packed in a way nobody knows': {
      raw: '{}',
      headers: { 'Content-Encoding': 'snappy' },
      code: 'media_type_unsupported',
    },
  }
  test.each(Object.entries(cases))('%s', (_name, raw) => everyCommandRefuses(raw), 60_000)
})

test('B-16: a body of 40,000 distinct entries is refused before anybody else has to wait', async () => {
  const many = Array.from({ length: 40_000 }, (_, index) => index)
  const bodies: Readonly<Record<string, object>> = {
    hireStaff: { ...requests['hireStaff']?.body, roles: many },
    issueToken: { ...requests['issueToken']?.body, scopes: many },
    setRates: { ...requests['setRates']?.body, weekdays: many },
    cancelOrder: { ...requests['cancelOrder']?.body, stayIds: many },
    placeOrder: { ...requests['placeOrder']?.body, stays: many },
    registerMember: { ...requests['registerMember']?.body, email: `${'a.'.repeat(100_000)}@` },
  }
  for (const [operationId, body] of Object.entries(bodies)) {
    const operation = COMMANDS.find((one) => one.operationId === operationId)
    const sample = requests[operationId] as Sample
    const started = performance.now()
    const answer = await (clients[sample.as] as TestClient).request(
      'POST',
      addressOf(String(operation?.path), sample),
      { body },
    )
    expectProblem(answer, { code: 'validation_failed', about: operationId })
    expect({ operationId, slow: performance.now() - started > 1_000 }).toEqual({
      operationId,
      slow: false,
    })
  }
}, 60_000)

test('B-16: an address that cannot be decoded, an id that cannot be one, a method nobody offers', async () => {
  const front = clients['front'] as TestClient
  const malformed = await front.request('GET', '/v1/orders/%E0%A4%A')
  expectProblem(malformed, { code: 'request_malformed' })
  for (const id of [
    '1',
    'null',
    '..',
    "' or 1=1",
    '%00',
    'urn:uuid:00000000-0000-7000-8000-000200000001',
  ]) {
    const answer = await front.request(
      'GET',
      `/v1/orders/${encodeURIComponent(id)}/cancellation-preview`,
    )
    expectProblem(answer, { code: 'not_found', about: id })
  }
  const deleted = await front.request('DELETE', `/v1/orders/${inn.property}`)
  expectProblem(deleted, { code: 'method_not_allowed' })
  expect(deleted.headers.get('allow')).toBe('GET, HEAD')
  const lost = await front.request('GET', '/v1/no-such-thing')
  expectProblem(lost, { code: 'not_found' })
})
