import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'

const SCOPES = ['rooms.read', 'orders.read', 'orders.manage', 'members.read', 'members.manage']

let inn: TestHouse
let operator: TestClient
beforeAll(async () => {
  inn = await startHouse()
  operator = await inn.as('operator')
}, 60_000)
afterAll(() => inn.stop())

async function issue(scopes: readonly string[], more: object = {}) {
  const body = { name: '公式サイト', propertyId: inn.property, scopes, ...more }
  const issued = await operator.post('/v1/api-tokens', body)
  return { ...issued, client: clientFor(inn.url, { Authorization: `Bearer ${issued.token}` }) }
}

test('B-16: a token is shown once; the books keep only its hash', async () => {
  const { token, id } = await issue(['rooms.read'])
  expect(token).toMatch(/^choba_[\w-]{43}$/)
  const list = await operator.get('/v1/api-tokens')
  expect(list.data.map((one: { id: string }) => one.id)).toContain(id)
  expect(JSON.stringify(list)).not.toContain(token)
  const tables = await asOwner(inn, (sql) =>
    sql.rows<{ found: boolean }>(
      `select exists (select from api_tokens t where strpos(t::text, $1) > 0)
         or exists (select from audit_events t where strpos(t::text, $1) > 0)
         or exists (select from idempotency_keys t where strpos(t::text, $1) > 0
           or strpos(t::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0) as found`,
      [token],
    ),
  )
  expect(tables).toEqual([{ found: false }])
})

test('004-19: a token of one property sees nothing of the other, whatever it asks', async () => {
  const { client } = await issue(SCOPES)
  const rooms = (await client.get('/v1/rooms?perPage=100')).data
  expect(rooms).toHaveLength(11)
  expect(new Set(rooms.map((room: { propertyId: string }) => room.propertyId))).toEqual(
    new Set([inn.property]),
  )
  expect((await client.get(`/v1/rooms?propertyId=${inn.otherProperty}`)).page.total).toBe(0)
  const [elsewhere] = (await (await inn.as('front-yamate')).get('/v1/rooms')).data
  expectProblem(await client.request('GET', `/v1/rooms/${elsewhere.id}`), { code: 'not_found' })
  expect((await client.get('/v1/properties')).data.map((one: { id: string }) => one.id)).toEqual([
    inn.property,
  ])
})

test('003-09: a machine needs no header against forgery, and what it does bears its name', async () => {
  const { token, id } = await issue(['members.manage'])
  const response = await fetch(`${inn.url}/v1/members`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'one',
    },
    body: JSON.stringify({
      name: '網 太郎',
      kana: 'アミ タロウ',
      phone: '03-0000-0070',
      birthDate: '1980-01-01',
      identity: { type: 'passport', number: 'TZ7070707' },
    }),
  })
  expect(response.status).toBe(201)
  const member = (await response.json()) as { id: string; channel: string }
  expect(member.channel).toBe('web')
  const manager = await inn.as('manager')
  const [event] = (await manager.get(`/v1/audit-events?subject=member:${member.id}`)).data
  expect(event).toMatchObject({
    verb: 'member.registered',
    actorKind: 'token',
    actorName: '公式サイト',
  })
  const trail = (await operator.get(`/v1/audit-events?subject=token:${id}`)).data
  expect(trail).toMatchObject([{ verb: 'token.issued', actorKind: 'staff' }])
})

test('004-19: deciding, topping up, staff, tokens and the clock stay with people, all scopes or not', async () => {
  const { client } = await issue(SCOPES)
  const session = await client.get('/v1/session')
  expect(session).toMatchObject({ actor: { kind: 'token' }, roles: [] })
  for (const verb of [
    'approval.decide',
    'approval.withdraw',
    'top_up.make',
    'staff.edit',
    'token.edit',
    'clock.advance',
    'audit.read',
    'member.edit',
  ])
    expect(session.permissions).not.toContain(verb)
})

test('004-19: a revoked token, an expired one and a mistyped one open nothing', async () => {
  const { client, id, token, version } = await issue(['rooms.read'])
  expect((await client.request('GET', '/v1/rooms')).status).toBe(200)
  const revoked = await operator.post(`/v1/api-tokens/${id}/revoke`, { reason: '漏えいの疑い' })
  expect(revoked).toMatchObject({ version: version + 1, revokedAt: expect.any(String) })
  expectProblem(await client.request('GET', '/v1/rooms'), { code: 'unauthenticated' })
  const twice = await operator.request('POST', `/v1/api-tokens/${id}/revoke`, {
    body: { reason: 'もう一度' },
  })
  expectProblem(twice, { code: 'state_conflict' })

  const old = await issue(['rooms.read'])
  await asOwner(inn, (sql) =>
    sql.run('update api_tokens set expires_at = clock_timestamp() where id = $1', [old.id]),
  )
  expectProblem(await old.client.request('GET', '/v1/rooms'), { code: 'unauthenticated' })
  for (const authorization of [
    `Bearer ${token}x`,
    'Bearer ',
    token,
    'Bearer',
    'Basic Zm9vOmJhcg==',
  ])
    expectProblem(
      await clientFor(inn.url, { Authorization: authorization }).request('GET', '/v1/rooms'),
      {
        code: 'unauthenticated',
      },
    )
})

test('decision 28: a token lives by wall time', async () => {
  const { client } = await issue(['rooms.read'], { validDays: 1 })
  await asOwner(inn, (sql) =>
    sql.run('update clock set offset_ms = offset_ms + 30::bigint * 86400000'),
  )
  expect((await client.request('GET', '/v1/rooms')).status).toBe(200)
})
