import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { expectProblem } from './support/problem.ts'

let inn: TestHouse
let front: TestClient
beforeAll(async () => {
  inn = await startHouse()
  front = await inn.as('front')
}, 60_000)
afterAll(() => inn.stop())

/** What helmet sets and a browser obeys; on pages, answers and refusals alike. */
const SAFE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
}

test('004-19: every answer carries the protective headers and none tells what serves it', async () => {
  for (const path of [
    '/v1/properties',
    '/v1/orders?page=0',
    '/v1/nothing',
    '/docs',
    '/healthz',
    '/v1/openapi.json',
  ]) {
    const { headers } = await front.request('GET', path)
    expect({ path, ...Object.fromEntries(headers) }).toMatchObject({ path, ...SAFE })
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  }
})

test('004-19: no answer, no refusal and no sign-in is kept in any cache', async () => {
  const { login, password, kind } = inn.logins[0] as {
    login: string
    password: string
    kind: string
  }
  const answers = [
    await front.request('GET', '/v1/members'),
    await front.request('GET', `/v1/members/${inn.property}`),
    await front.request('POST', '/v1/members', { body: {} }),
    await front.request('POST', '/v1/session', { body: { kind, login, password } }),
    await clientFor(inn.url, {}).request('GET', '/v1/members'),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([200, 404, 422, 201, 401])
  expect(answers.map((answer) => answer.headers.get('cache-control'))).toEqual(
    answers.map(() => 'no-store'),
  )
})

test('every answer has the id of its request: the given one, or a new one where that cannot be', async () => {
  const asked = (id: string) =>
    front.request('GET', '/v1/properties', { headers: { 'X-Request-Id': id } })
  expect((await asked('my-request-0001')).headers.get('x-request-id')).toBe('my-request-0001')
  for (const bad of [
    'short',
    'x'.repeat(65),
    'with space in it',
    'a"b\'c<script>',
    '%0d%0aSet-Cookie',
  ])
    expect((await asked(bad)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  const [one, two] = [
    await front.request('GET', '/healthz'),
    await front.request('GET', '/healthz'),
  ]
  expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
})

test('B-18: refusals speak Japanese, or English to whoever prefers it', async () => {
  const said = async (language: string) => {
    const answer = await front.request('GET', '/v1/nothing', {
      headers: { 'Accept-Language': language },
    })
    const expected = answer.headers.get('content-language') as 'ja' | 'en'
    expectProblem(answer, { code: 'not_found', language: expected })
    return expected
  }
  for (const language of [
    'ja',
    'ja-JP',
    '*',
    'fr',
    'ja,en;q=0.9',
    'zh-CN, ja;q=0.5, en;q=0.4',
    '',
    ';;;',
  ])
    expect({ language, said: await said(language) }).toEqual({ language, said: 'ja' })
  for (const language of ['en', 'en-GB', 'en-US,en;q=0.9,ja;q=0.8', 'de, en;q=0.5'])
    expect({ language, said: await said(language) }).toEqual({ language, said: 'en' })
})

test('004-19: who is not signed in is told how; who waits is told how long', async () => {
  const answer = await clientFor(inn.url, {}).request('GET', '/v1/members')
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="choba"')
})
