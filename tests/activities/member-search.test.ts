import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { registerMember } from '../../activities/members/register-member.ts'
import { listMembers } from '../../db/members/member-queries.ts'
import { DEMO } from '../../db/seed/demo-masters.ts'
import { newDocument } from '../support/identity.ts'
import { type Inn, openInn } from './support/inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())

const PERSON = {
  issuerId: DEMO.issuerId,
  name: '見本　髙子',
  kana: 'みほん たかこ',
  phone: '+81 90-1234-5678',
  email: 'Takako_1@example.com',
  birthDate: '1992-02-29',
  channel: 'desk' as const,
}
const register = (changes: object = {}) =>
  inn.does(inn.front, registerMember, { ...PERSON, identity: newDocument(), ...changes })

test('003-10 003-11: found by kanji, hiragana, half-width kana, telephone and mail, in part; never by a wildcard', async () => {
  const { memberId } = await register()
  const wish = { page: 1, perPage: 10, sort: 'kana' }
  const found = async (q: string) =>
    (await listMembers(inn.sql, { issuerIds: [DEMO.issuerId], q }, wish)).data.map((one) => one.id)
  for (const q of [
    '髙子',
    '見本髙',
    'たかこ',
    'タカコ',
    'ﾀｶｺ',
    'ミホンタ',
    '090-1234',
    '12345678',
    'takako_1',
  ])
    expect({ q, found: await found(q) }).toEqual({ q, found: [memberId] })
  for (const q of ['%', '__', 'takakox1', '123', '高橋'])
    expect({ q, found: await found(q) }).toEqual({ q, found: [] })
})

test('003-10: similar members are shown to the desk before a second one is made; the same document never makes one', async () => {
  const identity = { type: 'passport' as const, number: 'TZ1112223' }
  const first = { email: null, phone: '03-7777-0001', birthDate: '1950-05-05', identity }
  await register(first)
  const second = {
    ...first,
    phone: '03 7777 0001',
    birthDate: '1951-05-05',
    identity: newDocument(),
  }
  await expect(register(second)).rejects.toMatchObject({
    code: 'duplicates_unconfirmed',
    params: { numbers: expect.stringMatching(/^M\d+$/) },
  })
  await register({ ...second, confirmDuplicates: true })
  await expect(
    register({
      ...first,
      identity: { ...identity, number: 'ｔｚ 111-2223' },
      confirmDuplicates: true,
    }),
  ).rejects.toMatchObject({
    code: 'member_exists',
    params: { number: expect.stringMatching(/^M/) },
  })
})
