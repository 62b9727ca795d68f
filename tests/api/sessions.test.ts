import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Request, Response } from 'express'
import { setSessionCookie } from '../../api/platform/authenticate.ts'
import { clientFor, signedIn, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { hire } from './support/staged.ts'

let inn: TestHouse
let anonymous: TestClient
beforeAll(async () => {
  inn = await startHouse()
  anonymous = clientFor(inn.url, {})
}, 60_000)
afterAll(() => inn.stop())

const loginOf = (login: string) => {
  const found = inn.logins.find((one) => one.login === login)
  if (!found) throw new Error(`no login ${login}`)
  return { kind: found.kind, login: found.login, password: found.password }
}
const signIn = (body: object) => anonymous.request('POST', '/v1/session', { body })

describe('004-19: a session', () => {
  test('is a cookie no script can read and no other site can send; only its hash is kept', async () => {
    const answer = await signIn(loginOf('front'))
    expect(answer.status).toBe(201)
    const [pair = '', ...flags] = (answer.headers.get('set-cookie') ?? '').split('; ')
    const [name, token = ''] = pair.split('=')
    expect(name).toBe('choba_session')
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(flags.filter((flag) => !flag.startsWith('Expires')).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Strict',
    ])
    expect(JSON.stringify(answer.body)).not.toContain(token)
    const kept = await asOwner(inn, (sql) =>
      sql.rows('select from sessions s where strpos(s::text, $1) > 0', [token]),
    )
    expect(kept).toEqual([])
  })

  test('is bound to the host and to TLS where there is TLS', () => {
    const set: unknown[] = []
    const response = { cookie: (...given: unknown[]) => set.push(...given) }
    setSessionCookie({ secure: true } as Request, response as unknown as Response, 'token')
    expect(set).toEqual([
      '__Host-choba_session',
      'token',
      { httpOnly: true, sameSite: 'strict', secure: true, path: '/', maxAge: 43_200_000 },
    ])
  })

  test('ends when its person signs out, and the others of the person go on', async () => {
    const [here, there] = [await inn.as('front'), await inn.as('front')]
    const answer = await here.request('DELETE', '/v1/session', {})
    expect(answer.headers.get('set-cookie')).toMatch(/^choba_session=;.*Expires=Thu, 01 Jan 1970/)
    expectProblem(await here.request('GET', '/v1/properties'), { code: 'unauthenticated' })
    expect((await there.request('GET', '/v1/properties')).status).toBe(200)
  })

  test.each([
    ['after an hour unused', "last_seen_at = clock_timestamp() - interval '61 minutes'"],
    ['after twelve hours, used or not', 'expires_at = clock_timestamp()'],
  ])('ends %s', async (_name, change) => {
    const client = await inn.as('manager')
    await asOwner(inn, (sql) => sql.run(`update sessions set ${change}`))
    expectProblem(await client.request('GET', '/v1/properties'), { code: 'unauthenticated' })
  })

  test('goes on while it is used', async () => {
    const client = await inn.as('manager')
    const idle = "update sessions set last_seen_at = clock_timestamp() - interval '59 minutes'"
    for (let hour = 0; hour < 3; hour += 1) {
      await asOwner(inn, (sql) => sql.run(idle))
      expect((await client.request('GET', '/v1/properties')).status).toBe(200)
    }
    await asOwner(inn, async (sql) => {
      const rows = await sql.rows(
        "select from sessions where last_seen_at > clock_timestamp() - interval '1 minute'",
      )
      expect(rows).toHaveLength(1)
    })
  })

  test('keeps wall time: moving the house clock by a month signs nobody out (decision 28)', async () => {
    const client = await inn.as('front')
    await asOwner(inn, (sql) =>
      sql.run('update clock set offset_ms = offset_ms + 30::bigint * 86400000'),
    )
    expect((await client.request('GET', '/v1/properties')).status).toBe(200)
  })

  test('is not guessed, borrowed or malformed', async () => {
    const { cookie } = await inn.as('front')
    const token = cookie.split('=')[1] ?? ''
    const forged = [
      '',
      'x',
      'A'.repeat(43),
      token.slice(1),
      `${token}x`,
      token.toUpperCase(),
      `"${token}"`,
      '%00',
    ]
    for (const value of forged) {
      const client = clientFor(inn.url, { Cookie: `choba_session=${value}` })
      expectProblem(await client.request('GET', '/v1/properties'), {
        code: 'unauthenticated',
        about: value,
      })
    }
    const misnamed = clientFor(inn.url, { Cookie: `__Host-choba_session=${token}` })
    expectProblem(await misnamed.request('GET', '/v1/properties'), { code: 'unauthenticated' })
  })

  test('of a person who is dismissed ends at once, and cannot be opened again', async () => {
    const operator = await inn.as('operator')
    const login = await hire(inn, 'leaver', inn.property, ['front', 'operator'])
    const leaver = await signedIn(inn.url, login)
    const { id } = (await leaver.get('/v1/session')).actor
    const self = await leaver.request('POST', `/v1/staff/${id}/disable`, {
      body: { reason: '誤操作' },
    })
    expectProblem(self, { code: 'state_conflict' })
    await operator.post(`/v1/staff/${id}/disable`, { reason: '退職' })
    expectProblem(await leaver.request('GET', '/v1/properties'), { code: 'unauthenticated' })
    expectProblem(await signIn(login), { code: 'credentials_wrong' })
  })

  test('has the roles of this very moment', async () => {
    const client = await signedIn(inn.url, await hire(inn, 'promoted', inn.property, ['front']))
    expectProblem(await client.request('GET', '/v1/staff'), { code: 'forbidden' })
    const role = "(select id, $1::uuid, 'operator' from staff where login = 'promoted')"
    await asOwner(inn, (sql) => sql.run(`insert into staff_roles ${role}`, [inn.property]))
    expect((await client.request('GET', '/v1/staff')).status).toBe(200)
    await asOwner(inn, (sql) =>
      sql.run(
        "delete from staff_roles where staff_id = (select id from staff where login = 'promoted')",
      ),
    )
    expectProblem(await client.request('GET', '/v1/properties'), { code: 'forbidden' })
  })
})
