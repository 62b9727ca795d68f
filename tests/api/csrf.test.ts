import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { request as httpRequest } from 'node:http'
import { startHouse, type TestHouse } from '../support/house.ts'
import { stateOfBooks } from './support/owner.ts'

let inn: TestHouse
let cookie: string
let before: Record<string, string>
beforeAll(async () => {
  inn = await startHouse()
  cookie = (await inn.as('front')).cookie
  before = await stateOfBooks(inn)
}, 60_000)
afterAll(async () => {
  expect(await stateOfBooks(inn)).toEqual(before)
  await inn.stop()
})

type Sent = { status: number; headers: Record<string, unknown>; code: string | undefined }

/** Byte by byte what a browser would send; fetch would not let us name Origin and Host. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '{}',
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${inn.url}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        const isJson = String(response.headers['content-type']).includes('json')
        const code = isJson ? (JSON.parse(text) as { code?: string }).code : undefined
        resolve({ status: response.statusCode ?? 0, headers: response.headers, code })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const JSON_BODY = { 'Content-Type': 'application/json' }
const OURS = { 'X-Choba-Request': '1' }
/** A command that goes no further than its missing fields: past the door it is 422. */
const command = (headers: Record<string, string>) =>
  send('POST', '/v1/members', { Cookie: cookie, ...JSON_BODY, ...headers })

describe('004-19: a command by cookie', () => {
  test('passes from our own pages', async () => {
    const origin = inn.url
    for (const headers of [
      OURS,
      { ...OURS, 'Sec-Fetch-Site': 'same-origin' },
      { ...OURS, 'Sec-Fetch-Site': 'none' },
      { ...OURS, Origin: origin },
      { ...OURS, Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    ])
      expect(await command(headers)).toMatchObject({ status: 422, code: 'validation_failed' })
  })

  const foreign: readonly (readonly [string, Record<string, string>])[] = [
    ['without the header no form can set', {}],
    ['from another site', { ...OURS, 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbouring host', { ...OURS, 'Sec-Fetch-Site': 'same-site' }],
    ['from nowhere known', { ...OURS, 'Sec-Fetch-Site': 'whatever' }],
    ['of a foreign origin', { ...OURS, Origin: 'https://evil.example' }],
    ['of a hidden origin', { ...OURS, Origin: 'null' }],
    ['of another port of this host', { ...OURS, Origin: 'http://127.0.0.1:1' }],
    ['same-origin, but without the header', { 'Sec-Fetch-Site': 'same-origin' }],
    ["with a proxy's credentials beside the cookie", { Authorization: 'Basic Zm9vOmJhcg==' }],
  ]
  test.each(foreign)('is refused %s', async (_name, headers) => {
    expect(await command(headers)).toMatchObject({ status: 403, code: 'cross_site_request' })
  })

  test('is not carried by a token that is none: the cookie beside it does not count', async () => {
    for (const token of ['nonsense', `choba_${'A'.repeat(43)}`]) {
      const headers = { Authorization: `Bearer ${token}` }
      expect(await command(headers)).toMatchObject({ status: 401, code: 'unauthenticated' })
      const read = await send('GET', '/v1/properties', { Cookie: cookie, ...headers }, '')
      expect(read.code).toBe('unauthenticated')
    }
  })
})

test('004-19: signing in and out are commands too', async () => {
  const { login, password } = inn.logins.find((one) => one.login === 'front') ?? {}
  const body = JSON.stringify({ login, password })
  for (const headers of [JSON_BODY, { ...JSON_BODY, ...OURS, 'Sec-Fetch-Site': 'cross-site' }])
    expect(await send('POST', '/v1/session', headers, body)).toMatchObject({
      code: 'cross_site_request',
    })
  expect(await send('DELETE', '/v1/session', { Cookie: cookie }, '')).toMatchObject({
    code: 'cross_site_request',
  })
  expect((await send('GET', '/v1/properties', { Cookie: cookie }, '')).status).toBe(200)
})

test('004-19: no other origin is ever told that it may read or ask', async () => {
  const asking = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }
  const preflight = await send('OPTIONS', '/v1/members', asking, '')
  expect(preflight).toMatchObject({ status: 405, code: 'method_not_allowed' })
  const read = await send('GET', '/v1/properties', { Cookie: cookie, ...asking }, '')
  expect(read.status).toBe(200)
  for (const { headers } of [preflight, read])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})
