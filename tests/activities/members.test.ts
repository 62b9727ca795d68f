import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editMember } from '../../activities/members/edit-member.ts'
import { registerMember } from '../../activities/members/register-member.ts'
import { DEMO } from '../../db/seed/demo-masters.ts'
import { type Inn, openInn } from './support/inn.ts'
import { newDocument } from '../support/identity.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())

const PERSON = {
  issuerId: DEMO.issuerId,
  name: '秘密 花子',
  kana: 'ヒミツ ハナコ',
  phone: '090-1234-5678',
  email: 'hanako@example.com',
  birthDate: '1992-02-29',
  channel: 'desk' as const,
}
let people = 0
const register = (changes: object = {}) => {
  people += 1
  return inn.does(inn.front, registerMember, {
    ...PERSON,
    email: `hanako${people}@example.com`,
    identity: newDocument(),
    confirmDuplicates: true,
    ...changes,
  })
}
type Sealed = { sealed?: { memberId: string; value: string } } | null
const trailOf = async (memberId: string) =>
  inn.sql.rows<{ verb: string; before: Sealed; after: Sealed; text: string }>(
    'select verb, before, after, audit_events::text as text from audit_events where subject_id = $1 order by id',
    [memberId],
  )
const unsealed = async (facts: Sealed) => {
  if (!facts?.sealed) return null
  const { memberId, value } = facts.sealed
  const text = await inn.house.vault.open(inn.sql, memberId, Buffer.from(value, 'base64'))
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
}

describe('003-09 003-10 a member is registered', () => {
  test('with wallets of both classes, a key and a number', async () => {
    const { memberId } = await register()
    expect(
      await inn.sql.one(
        `select m.number ~ '^M[0-9]+$' as numbered, m.birth_date, k.wrapped_key is not null as keyed,
           (select array_agg(lot_class order by lot_class) from accounts where member_id = m.id and balance = 0) as wallets
         from members m join member_keys k on k.member_id = m.id where m.id = $1`,
        [memberId],
      ),
    ).toEqual({ numbered: true, birth_date: '1992-02-29', keyed: true, wallets: ['bonus', 'paid'] })
  })

  test('one address, one member of an issuer, however it is spelled', async () => {
    await register({ email: 'Same@Example.com' })
    await expect(register({ email: 'same@example.COM' })).rejects.toMatchObject({
      code: 'already_exists',
    })
    await register({ email: null })
    await register({ email: null })
  })

  test.each(['2999-01-01', '1850-01-01', 'gestern', ''])(
    'nobody is born on "%s"',
    async (birthDate) => {
      await expect(register({ birthDate })).rejects.toMatchObject({
        code: 'validation_failed',
        fields: [{ pointer: '/birthDate' }],
      })
    },
  )
})

describe('decision 29: what is personal', () => {
  test('is sealed in the trail, and readable with the key', async () => {
    const { memberId } = await register({ email: 'sealed@example.com' })
    const [entry] = await trailOf(memberId)
    for (const secret of ['秘密', 'ヒミツ', '090-1234', 'sealed@example.com', '1992'])
      expect(entry?.text).not.toContain(secret)
    expect(await unsealed(entry?.after ?? null)).toEqual({
      name: PERSON.name,
      kana: PERSON.kana,
      phone: PERSON.phone,
      email: 'sealed@example.com',
      birthDate: PERSON.birthDate,
      identity: { type: 'other', number: expect.stringMatching(/^\*{8}\w{4}$/) },
    })
  })

  test('is gone for good once the key is destroyed', async () => {
    const { memberId } = await register()
    await inn.sql.run(
      'update member_keys set wrapped_key = null, destroyed_at = house_now() where member_id = $1',
      [memberId],
    )
    const [entry] = await trailOf(memberId)
    expect(entry?.after?.sealed).toBeTruthy()
    expect(await unsealed(entry?.after ?? null)).toBeNull()
  })

  test("one member's key opens nothing of another's, and a changed text opens not at all", async () => {
    const [one, other] = [await register(), await register()]
    const sealed = await inn.house.vault.seal(inn.sql, one.memberId, 'x')
    await expect(inn.house.vault.open(inn.sql, other.memberId, sealed)).rejects.toThrow(
      'authenticate',
    )
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    await expect(inn.house.vault.open(inn.sql, one.memberId, sealed)).rejects.toThrow(
      'authenticate',
    )
  })
})

describe('003-11 a member is edited', () => {
  const edit = (memberId: string, changes: object, version = 1, reason: string | null = null) =>
    inn.does(inn.front, editMember, { memberId, version, changes, reason })

  test('before and after in the trail, sealed; the version moves', async () => {
    const { memberId } = await register({ email: null })
    await edit(memberId, { phone: '03-0000-9999', birthDate: '1992-03-01' }, 1, '旅券で確認')
    const entry = (await trailOf(memberId))[1]
    expect(entry?.text).not.toContain('03-0000-9999')
    expect(await unsealed(entry?.before ?? null)).toMatchObject({
      phone: PERSON.phone,
      email: null,
    })
    expect(await unsealed(entry?.after ?? null)).toMatchObject({
      phone: '03-0000-9999',
      birthDate: '1992-03-01',
      name: PERSON.name,
    })
    expect(await inn.value('select version from members where id = $1', memberId)).toBe(2)
  })

  test('of two at once one is told that it has changed', async () => {
    const { memberId } = await register()
    const answers = await Promise.allSettled(
      ['03-1111-1111', '03-2222-2222'].map((phone) => edit(memberId, { phone })),
    )
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { code: 'version_mismatch' } })
  })

  test('with a date nobody is born on, an address that is taken, or of nobody: refused', async () => {
    const [one, other] = [await register({ email: 'taken@example.com' }), await register()]
    expect(one.memberId).not.toBe(other.memberId)
    await expect(edit(other.memberId, { birthDate: '2999-01-01' })).rejects.toMatchObject({
      code: 'validation_failed',
    })
    await expect(edit(other.memberId, { email: 'TAKEN@example.com' })).rejects.toMatchObject({
      code: 'already_exists',
    })
    await expect(edit(DEMO.issuerId, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
