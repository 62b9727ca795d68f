import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openWechat } from '../../activities/gateways/wechat.ts'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { newDocument } from '../support/identity.ts'
import { expectProblem } from './support/problem.ts'
import { wechatStandIn } from './support/wechat-stand-in.ts'

let wechat: Awaited<ReturnType<typeof wechatStandIn>>
let inn: TestHouse
let phone: TestClient
let shop: TestClient
beforeAll(async () => {
  wechat = await wechatStandIn()
  inn = await startHouse({ wechat: wechat.settings })
  phone = clientFor(inn.url, {})
  const { token } = await (await inn.as('operator')).post('/v1/api-tokens', {
    name: 'ミニプログラム',
    propertyId: inn.property,
    scopes: ['members.manage'],
  })
  shop = clientFor(inn.url, { Authorization: `Bearer ${token}` })
}, 60_000)
afterAll(async () => {
  await inn.stop()
  await wechat.stop()
})

type Channel = 'wechat' | 'mini_program'
const come = (code: string, channel: Channel = 'mini_program', propertyCode = 'kawabe') =>
  phone.request('POST', '/v1/channel-sessions', {
    body: { propertyCode, channel, code },
    key: null,
  })
let people = 0
const person = () => {
  people += 1
  return {
    name: `样本 ${people}`,
    kana: 'ヤンベン',
    phone: `+86 138-0000-000${people}`,
    birthDate: '1990-09-09',
    identity: newDocument(),
  }
}
const whoIs = async (answer: { headers: Headers }) => {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (await clientFor(inn.url, { Cookie: cookie }).get('/v1/session')).actor
}

describe.each(['mini_program', 'wechat'] as const)('003-09 decision 31: %s', (channel) => {
  test('somebody unknown is registered by the channel with his ticket, and signed in from then on', async () => {
    const first = await come(`open-${channel}1@a`, channel)
    expect(first).toMatchObject({
      status: 201,
      body: { signedIn: false, ticket: expect.any(String) },
    })
    expect(first.headers.get('set-cookie')).toBeNull()
    const body = { ...person(), channel, channelTicket: first.body['ticket'] }
    const member = await shop.post('/v1/members', body)
    expect(member.channel).toBe(channel)
    const again = await come(`open-${channel}1@b`, channel)
    expect(again.body).toEqual({ signedIn: true, ticket: null })
    expect(await whoIs(again)).toMatchObject({ kind: 'member', id: member.id })
    const other = await come(`open-${channel}2@a`, channel)
    expect(other.body['signedIn']).toBe(false)
  })
})

describe('003-09: tickets', () => {
  test('a member takes an account on with his own; it is one member’s only', async () => {
    const [sakura, ichiro] = [await inn.as('M1001'), await inn.as('M1002')]
    const idOf = async (client: TestClient) => (await client.get('/v1/session')).actor.id as string
    const { ticket } = (await come('open-sakura@1')).body
    const link = (client: TestClient, id: string, text: unknown) =>
      client.request('POST', `/v1/members/${id}/link-channel`, { body: { ticket: text } })
    const id = await idOf(sakura)
    expectProblem(await link(ichiro, id, ticket), { code: 'not_found' })
    expect(await link(sakura, id, ticket)).toMatchObject({
      status: 200,
      body: { channel: 'mini_program' },
    })
    expect(await whoIs(await come('open-sakura@2'))).toMatchObject({ id })
    expectProblem(await link(ichiro, await idOf(ichiro), ticket), { code: 'already_exists' })
    const cut = String(ticket).slice(0, -4)
    for (const bad of [cut, 'AQ', `${ticket}AAAA`, Buffer.alloc(80, 1).toString('base64url')])
      expectProblem(await link(ichiro, await idOf(ichiro), bad), { code: 'channel_code_wrong' })
  })

  test('one that proves nothing registers nobody', async () => {
    const body = { ...person(), channel: 'wechat', channelTicket: 'AQ' }
    const before = (await shop.get('/v1/members')).page.total
    expectProblem(await shop.request('POST', '/v1/members', { body }), {
      code: 'channel_code_wrong',
    })
    expect((await shop.get('/v1/members')).page.total).toBe(before)
  })

  test('the account’s own name stands readable nowhere', async () => {
    await come('open-himitsuopenid@1')
    const rows = await inn.house.database.sql.rows<{ text: string }>(
      'select member_channels::text as text from member_channels',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { text } of rows) expect(text).not.toMatch(/sakura|mini_program1|himitsu/)
    expect(JSON.stringify(inn.logged)).not.toMatch(/himitsu|mini-secret|secret words|open-/)
  })
})

describe('003-09: the other side misbehaves', () => {
  test.each([
    ['nonsense', 'channel_code_wrong'],
    ['errcode-40029', 'channel_code_wrong'],
    ['errcode-45011', 'rate_limited'],
    ['errcode--1', 'temporarily_unavailable'],
    ['errcode-40013', 'temporarily_unavailable'],
    ['status-500', 'temporarily_unavailable'],
    ['status-302', 'temporarily_unavailable'],
    ['html', 'temporarily_unavailable'],
    ['list', 'temporarily_unavailable'],
    ['nameless', 'temporarily_unavailable'],
    ['cut', 'temporarily_unavailable'],
  ] as const)('%s is %s', async (code, problem) => {
    expectProblem(await come(code), { code: problem })
    expectProblem(await come(code, 'wechat'), { code: problem })
  })

  test('a code is good once, of two at the same moment for one', async () => {
    expect((await come('open-once-only')).status).toBe(201)
    expectProblem(await come('open-once-only'), { code: 'channel_code_wrong' })
    const both = await Promise.all([come('open-both-same'), come('open-both-same')])
    expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 401])
  })

  test('silence is not waited for', async () => {
    const impatient = openWechat(wechat.settings, 50)
    await expect(impatient.openidOf('wechat', 'silent')).rejects.toMatchObject({
      code: 'temporarily_unavailable',
    })
  })

  test('where the house has no account it says so; nobody is asked', async () => {
    const asked = wechat.asked.length
    const none = openWechat({ ...wechat.settings, wechat: null })
    await expect(none.openidOf('wechat', 'open-x')).rejects.toMatchObject({
      code: 'channel_not_set_up',
    })
    expectProblem(await come('open-x', 'wechat', 'nowhere'), { code: 'not_found' })
    expectProblem(await come('', 'wechat'), { code: 'validation_failed' })
    expectProblem(await come('open-x', 'line' as never), { code: 'validation_failed' })
    expect(wechat.asked).toHaveLength(asked)
  })
})
