import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'

let inn: TestHouse
let anonymous: TestClient
beforeAll(async () => {
  inn = await startHouse()
  anonymous = clientFor(inn.url, {})
}, 60_000)
afterAll(() => inn.stop())
beforeEach(() => asOwner(inn, (sql) => sql.run('delete from login_failures')))

const loginOf = (login: string) => {
  const found = inn.logins.find((one) => one.login === login)
  if (!found) throw new Error(`no login ${login}`)
  return { kind: found.kind, login: found.login, password: found.password }
}
const signIn = (body: object) => anonymous.request('POST', '/v1/session', { body })
const wrong = (login: string) => signIn({ kind: 'staff', login, password: 'wrong' })

describe('004-19: signing in', () => {
  test('works for members by number or mail address, in any case', async () => {
    const { password } = loginOf('M1001')
    for (const login of ['M1001', 'm1001', 'sakura@example.com', 'Sakura@Example.COM'])
      expect((await signIn({ kind: 'member', login, password })).body.actor.kind).toBe('member')
    expectProblem(await signIn({ kind: 'staff', login: 'M1001', password }), {
      code: 'credentials_wrong',
    })
    expectProblem(
      await signIn({ kind: 'member', login: 'front', password: loginOf('front').password }),
      {
        code: 'credentials_wrong',
      },
    )
  })

  test('says the same, and takes as long, for an unknown name as for a wrong password', async () => {
    const timed = async (login: string) => {
      const started = performance.now()
      const answer = await wrong(login)
      const { instance, ...said } = answer.body
      return { said, headers: [...answer.headers.keys()], ms: performance.now() - started }
    }
    const known: Awaited<ReturnType<typeof timed>>[] = []
    const unknown: typeof known = []
    for (let round = 0; round < 5; round += 1) {
      known.push(await timed('accounting'))
      unknown.push(await timed(`nobody${round}`))
    }
    for (const { said, headers } of unknown)
      expect({ said, headers }).toEqual({ said: known[0]?.said, headers: known[0]?.headers })
    const fastest = (list: typeof known) => Math.min(...list.map((one) => one.ms))
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) / 4)
  })
})

describe('004-19: the login limit', () => {
  test('after five failures even the right password waits, by wall time, until the window is over', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      expectProblem(await wrong('front'), { code: 'credentials_wrong' })
    const refused = await signIn(loginOf('front'))
    expectProblem(refused, { code: 'rate_limited', status: 429 })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(15 * 60)
    expect(refused.body.detail).toContain(String(seconds))

    await asOwner(inn, (sql) =>
      sql.run('update clock set offset_ms = offset_ms + 86400000::bigint'),
    )
    expectProblem(await signIn(loginOf('front')), { code: 'rate_limited' })
    expectProblem(await signIn({ ...loginOf('front'), login: 'FRONT' }), { code: 'rate_limited' })
    expect((await signIn(loginOf('manager'))).status).toBe(201)
    await asOwner(inn, (sql) =>
      sql.run(
        "update login_failures set window_started_at = window_started_at - interval '15 minutes'",
      ),
    )
    expect((await signIn(loginOf('front'))).status).toBe(201)
  })

  test('forty at once get no more looks than forty in a row, and the right one among them is not let in', async () => {
    const { password } = loginOf('manager2')
    const tries = Array.from({ length: 40 }, (_, index) => (index === 25 ? password : 'wrong'))
    const answers = await Promise.all(
      tries.map((guess) => signIn({ kind: 'staff', login: 'manager2', password: guess })),
    )
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5)
    for (const answer of answers)
      if (answer.status !== 401) expectProblem(answer, { code: 'rate_limited' })
  })

  test('does not hold up a desk whose tablets all sign in at once, rightly', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(loginOf('front'))))
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201))
  })

  test('a success forgets the failures before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await wrong('operator')
      expect((await signIn(loginOf('operator'))).status).toBe(201)
    }
  })

  test.each([
    ['login-name', 'staff\0front', 30],
    ['login-place', '127.0.0.1', 100],
  ])('holds for one name from everywhere and for one place: %s', async (purpose, text, most) => {
    await wrong('front')
    const bucket = inn.house.vault.fingerprint(purpose, text)
    const rows = await asOwner(inn, (sql) =>
      sql.rows('update login_failures set failures = $2 where bucket = $1 returning 1', [
        bucket,
        most,
      ]),
    )
    expect(rows).toHaveLength(1)
    expectProblem(await signIn(loginOf('front')), { code: 'rate_limited' })
    expect((await signIn(loginOf('manager'))).status).toBe(purpose === 'login-name' ? 201 : 429)
  })
})
