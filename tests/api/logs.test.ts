import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clientFor, signedIn, type TestClient } from '../support/client.ts'
import { eventually } from '../support/eventually.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { type ApiProcess, startApi } from './support/api-process.ts'
import { asOwner } from './support/owner.ts'
import { type Staged, stage } from './support/staged.ts'

/** Said to the house in every place where it takes a text; none of it may come out in its log. */
const NAME = 'ヒミツ山田太郎左衛門'
const KANA = 'ヒミツサエモン'
const IDENTITY = { type: 'passport', number: 'TZ1357924680' }
const PHONE = '0399887766554'
const EMAIL = 'himitsu-taro@example.com'
const PASSWORD = 'himitsu-no-aikotoba-1'
const REASON = '家族の病気ヒミツ'

type Line = Record<string, unknown> & {
  requestId?: string
  route?: string
  actor?: string
  status?: number
}

let inn: TestHouse
let at: Staged
let api: ApiProcess
let front: TestClient

beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  api = await startApi(inn.books.appUrl)
  front = await signedIn(api.url, loginOf('front'))
}, 60_000)
afterAll(async () => {
  await api.stop()
  await inn.stop()
})

function loginOf(login: string) {
  const found = inn.logins.find((one) => one.login === login)
  if (!found) throw new Error(`no login ${login}`)
  return found
}

/** The line of one request, which is written when its answer is gone. */
const lineOf = (requestId: string): Promise<Line> =>
  eventually(async () => {
    const lines = api.lines.map((line) => JSON.parse(line) as Line)
    const found = lines.filter((line) => line.requestId === requestId && line['msg'] === 'request')
    expect(found).toHaveLength(1)
    return found[0] as Line
  })

async function said(
  client: TestClient,
  method: string,
  path: string,
  options: Parameters<TestClient['request']>[2] = {},
) {
  const requestId = randomUUID()
  const headers = { ...options.headers, 'X-Request-Id': requestId }
  const answer = await client.request(method, path, { ...options, headers })
  return { answer, line: await lineOf(requestId) }
}

test('each request has one line: its id, its route without values, who asked, what came of it, how long it took', async () => {
  const { id } = (await front.get('/v1/session')).actor
  const { line } = await said(front, 'GET', `/v1/members/${at.member.id}?`)
  expect(line).toMatchObject({
    method: 'GET',
    route: '/v1/members/{id}',
    actor: `staff:${id}`,
    status: 200,
    ms: expect.any(Number),
  })
  expect(JSON.stringify(line)).not.toContain(at.member.id)
})

test('a refusal has its line too, with the route, also where the body could not even be read', async () => {
  const broken = await said(front, 'POST', '/v1/members', { raw: '{"name": ' })
  expect(broken.line).toMatchObject({ route: '/v1/members', status: 400 })
  const lost = await said(front, 'GET', `/v1/nothing/${encodeURIComponent(NAME)}`)
  expect(lost.line).toMatchObject({ route: 'other', status: 404 })
  const anonymous = await said(clientFor(api.url, {}), 'GET', '/v1/members')
  expect(anonymous.line).toMatchObject({ route: '/v1/members', status: 401 })
  expect(anonymous.line.actor).toBeUndefined()
})

test('decision 29: nothing a person is, says or knows comes out in the log', async () => {
  const body = {
    name: NAME,
    kana: KANA,
    phone: PHONE,
    email: EMAIL,
    birthDate: '1961-12-13',
    identity: IDENTITY,
  }
  const member = (await said(front, 'POST', '/v1/members', { body })).answer.body
  await said(front, 'POST', '/v1/members', { body })
  await said(front, 'POST', '/v1/members', { body: { ...body, phone: NAME, surprise: NAME } })
  await said(front, 'POST', '/v1/members', { raw: `{"name": "${NAME}", ` })
  await said(front, 'PATCH', `/v1/members/${member.id}`, {
    body: { name: `${NAME}様` },
    version: 1,
  })
  const manager = await signedIn(api.url, loginOf('manager'))
  const reveal = `/v1/members/${member.id}/reveal-identity`
  expect((await said(manager, 'POST', reveal, { body: { reason: REASON } })).answer.body).toEqual(
    IDENTITY,
  )
  for (const path of [
    `members?q=${NAME}`,
    `orders?q=${EMAIL}`,
    `orders?${NAME}=1`,
    `members/${NAME}`,
    `members?q=${NAME}&sort=${PHONE}`,
  ])
    await said(front, 'GET', encodeURI(`/v1/${path}`))
  await said(clientFor(api.url, { Cookie: `choba_session=${PASSWORD}` }), 'GET', '/v1/members')
  await said(clientFor(api.url, { Authorization: `Bearer ${PASSWORD}` }), 'GET', '/v1/members')
  const anonymous = clientFor(api.url, {})
  for (const login of [EMAIL, 'front', NAME])
    await said(anonymous, 'POST', '/v1/session', {
      body: { kind: 'member', login, password: PASSWORD },
    })
  const stayIds = [at.waiting.stays[0].id]
  const cancel = { stayIds, reason: REASON, digest: at.waitingDigest }
  await said(front, 'POST', `/v1/orders/${at.waiting.id}/cancel`, {
    body: cancel,
    key: `${REASON.length}-${EMAIL}`,
  })
  for (const secret of [
    NAME,
    PHONE,
    EMAIL,
    PASSWORD,
    REASON,
    KANA,
    IDENTITY.number,
    '1961-12-13',
    encodeURI(NAME),
    front.cookie.split('=')[1] as string,
  ])
    expect(api.lines.filter((line) => line.includes(secret))).toEqual([])
})

test('decision 29: a fault of ours is logged with its request, and without what the person said', async () => {
  await asOwner(inn, (sql) =>
    sql.run('alter table members add constraint broken check (phone <> $$0344445555$$) not valid'),
  )
  const body = {
    name: NAME,
    kana: KANA,
    phone: '0344445555',
    email: EMAIL,
    birthDate: '1961-12-13',
    identity: { ...IDENTITY, number: `${IDENTITY.number}2` },
  }
  const { answer, line } = await said(front, 'POST', '/v1/members', {
    body: { ...body, email: `2${EMAIL}`, confirmDuplicates: true },
  })
  expect(line).toMatchObject({ status: 500, route: '/v1/members' })
  expect(answer.body).toMatchObject({ code: 'internal_error', instance: line.requestId })
  expect(answer.body.detail).toContain(line.requestId)
  expect(JSON.stringify(answer.body)).not.toMatch(/constraint|insert|members/)
  const fault = api.lines.filter((one) => one.includes('unexpected error'))
  expect(fault).toHaveLength(1)
  expect(JSON.parse(String(fault[0]))).toMatchObject({
    requestId: line.requestId,
    err: { code: '23514' },
  })
  const edited = await said(front, 'PATCH', `/v1/members/${at.otherMember.id}`, {
    body: { phone: '0344445555', name: NAME },
    version: at.otherMember.version,
  })
  expect(edited.answer.status).toBe(500)
  for (const secret of [NAME, EMAIL, '0344445555', '1961-12-13'])
    expect(api.lines.filter((one) => one.includes(secret))).toEqual([])
})
