import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { expireRegistration } from '../../activities/members/expire-registration.ts'
import { runVerb } from '../../activities/platform/run-verb.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { newDocument } from '../support/identity.ts'
import { asOwner, stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'

let inn: TestHouse
let visitor: TestClient
beforeAll(async () => {
  inn = await startHouse()
  visitor = clientFor(inn.url, {})
}, 60_000)
afterAll(() => inn.stop())

const PASSWORD = 'a-password-of-ones-own'
let people = 0
const form = (changes: object = {}) => {
  people += 1
  return {
    propertyCode: 'kawabe',
    name: '見本 みらい',
    kana: 'みほん みらい',
    phone: `080-0000-${String(people).padStart(4, '0')}`,
    email: `mirai${people}@example.com`,
    birthDate: '1993-03-03',
    identity: newDocument(),
    locale: 'ja',
    ...changes,
  }
}
const ask = (body: object) => visitor.request('POST', '/v1/registrations', { body, key: null })
const confirm = (code: string, password = PASSWORD) =>
  visitor.request('POST', `/v1/registrations/${code}/confirm`, { body: { password }, key: null })

type Mail = { template: string; address: string; params: { code?: string; number?: string } }
/** What was written to people, as the mail server would get it; the latest first. */
async function mails(): Promise<Mail[]> {
  const { sql } = inn.house.database
  const rows = await sql.rows<{ template: string; member_id: string | null; sealed: Buffer }>(
    'select template, member_id, sealed from messages where sealed is not null order by queued_at desc, id desc',
  )
  const said = []
  for (const { template, member_id, sealed } of rows) {
    const text = await inn.house.vault.open(sql, member_id, sealed)
    said.push({ template, ...(JSON.parse(text ?? '{}') as Omit<Mail, 'template'>) })
  }
  return said
}
const codeFor = async (email: string) =>
  (await mails()).find((mail) => mail.address === email)?.params.code ?? ''

describe('003-09 W15: the web form', () => {
  test('becomes a member by the mail’s code, once, who signs in with his own password', async () => {
    const body = form()
    const asked = await ask(body)
    expect(asked.status).toBe(201)
    const code = await codeFor(body.email)
    expect(code).toMatch(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$/)
    const done = await confirm(code.toLowerCase().replaceAll('-', ' '))
    expect(done).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^M\d+$/) } })
    const login = { kind: 'member', login: body.email, password: PASSWORD }
    expect((await visitor.request('POST', '/v1/session', { body: login })).status).toBe(201)
    const member = (await (await inn.as('front')).get(`/v1/members?q=${done.body['number']}`))
      .data[0]
    expect(member).toMatchObject({ kana: 'ミホン ミライ', channel: 'web', email: body.email })
    expectProblem(await confirm(code), { code: 'registration_link_ended' })
  })

  test('nothing typed stands readable anywhere before, and nothing at all after its end', async () => {
    const body = form({ name: 'ヒミツノ応募者', email: 'himitsu-oubo@example.com' })
    await ask(body)
    const traces = () => tracesOf(['ヒミツノ応募者', body.email, body.phone, body.identity.number])
    expect(await traces()).toEqual([])
    const sealed = () =>
      asOwner(inn, (sql) =>
        sql.rows(
          `select r.id from registrations r where sealed is not null and exists
             (select from messages g where g.subject_id = r.id)`,
        ),
      )
    const [open] = (await sealed()) as { id: string }[]
    const call = { actor: SYSTEM_ACTOR, requestId: 'test' }
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    const early = new Date(Date.now() + 23 * 3_600_000)
    for (const [now, left] of [
      [early, 1],
      [tomorrow, 0],
    ] as const) {
      await runVerb(
        inn.house,
        call,
        (context) => expireRegistration({ ...context, now }, open as { id: string }),
        {},
      )
      expect(await sealed()).toHaveLength(left)
    }
    expectProblem(await confirm(await codeFor(body.email)), { code: 'not_found' })
  })

  test('an address of a member gets another mail, and the page the very same answer', async () => {
    const [fresh, known] = [await ask(form()), await ask(form({ email: 'SAKURA@example.com' }))]
    expect([fresh.status, known.status]).toEqual([201, 201])
    expect(Object.keys(known.body)).toEqual(Object.keys(fresh.body))
    const [latest] = await mails()
    expect(latest).toMatchObject({
      template: 'registration_known',
      address: 'sakura@example.com',
      params: { number: 'M1001' },
    })
  })

  test('a document that is somebody’s already is refused when the mail is answered, without whose', async () => {
    const identity = { type: 'driving_licence', number: '300000000011' }
    const body = form({ identity })
    await ask(body)
    const answer = await confirm(await codeFor(body.email))
    expect(JSON.stringify(expectProblem(answer, { code: 'already_exists' }))).not.toContain('M1001')
  })

  test('of two answers at once one wins', async () => {
    const body = form()
    await ask(body)
    const code = await codeFor(body.email)
    const answers = await Promise.all([confirm(code), confirm(code), confirm(code)])
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 410, 410])
  })
})

describe('003-10: what the form refuses', () => {
  test.each([
    ['a name of 300', { name: 'あ'.repeat(300) }, '/name'],
    ['kanji for a reading', { kana: '見本' }, '/kana'],
    ['a birth in the future', { birthDate: '2999-01-01' }, '/birthDate'],
    ['a birth 150 years ago', { birthDate: '1876-01-01' }, '/birthDate'],
    ['no mail address', { email: 'nobody' }, '/email'],
    ['no document', { identity: undefined }, '/identity'],
    [
      'a licence with a letter',
      { identity: { type: 'driving_licence', number: 'A23456789012' } },
      '/identity/number',
    ],
  ])('%s, in both languages, and nothing is written', async (_, changes, pointer) => {
    const before = await stateOfBooks(inn)
    for (const language of ['ja', 'en'] as const) {
      const answer = await visitor.request('POST', '/v1/registrations', {
        body: form(changes),
        key: null,
        headers: { 'Accept-Language': language },
      })
      const { errors } = expectProblem(answer, { code: 'validation_failed', language })
      expect(errors?.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
    }
    expect(await stateOfBooks(inn)).toEqual(before)
  })

  test('a personal number, a house there is none of, a short password, a code nobody was sent', async () => {
    const identity = { type: 'other', number: '1234 5678 9018' }
    expectProblem(await ask(form({ identity })), { code: 'my_number_refused' })
    expectProblem(await ask(form({ propertyCode: 'nowhere' })), { code: 'not_found' })
    expectProblem(await confirm('BBBB-BBBB-BBBB-BBBB', 'short'), { code: 'validation_failed' })
    for (const code of ['BBBB-BBBB-BBBB-BBBB', 'x', '%00', '💥'])
      expect((await confirm(encodeURIComponent(decodeURIComponent(code)))).status).toBe(410)
  })

  test('the same address again and again waits', async () => {
    const body = form()
    const answers = []
    for (let n = 0; n < 6; n += 1)
      answers.push((await ask({ ...body, identity: newDocument() })).status)
    expect(answers).toEqual([201, 201, 201, 201, 201, 429])
  })
})

/** Where a text stands as it is, in any table. */
async function tracesOf(texts: readonly string[]): Promise<string[]> {
  return asOwner(inn, async (sql) => {
    const tables = await sql.rows<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
    )
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await sql.rows<{ text: string }>(
        `select distinct f as text from ${name} t join unnest($1::text[]) f on strpos(t::text, f) > 0`,
        [texts],
      )
      found.push(...rows.map((row) => `${name}: ${row.text}`))
    }
    return found
  })
}
