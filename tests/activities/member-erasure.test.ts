import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eraseMember } from '../../activities/members/erase-member.ts'
import { registerMember } from '../../activities/members/register-member.ts'
import { placeOrder } from '../../activities/lodging/place-order.ts'
import { topUp } from '../../activities/points/top-up.ts'
import { DEMO } from '../../db/seed/demo-masters.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())

const versionOf = (memberId: string) =>
  inn.sql.one<{ version: number }>('select version from members where id = $1', [memberId])
const erase = async (memberId: string, version?: number) =>
  inn.does(inn.manager, eraseMember, {
    memberId,
    version: version ?? (await versionOf(memberId)).version,
    reason: '本人の申し出',
  })
const refusedWith = (...codes: string[]) => ({
  code: 'member_not_erasable',
  fields: codes.map((code) => expect.objectContaining({ code })),
})

describe('003-11 W27: a member is erased', () => {
  test('and no table knows the person any more; the books stay whole', async () => {
    const person = {
      name: 'ヒミツ山田左衛門',
      kana: 'ヒミツサエモン',
      phone: '0398765432198',
      email: 'himitsu-saemon@example.com',
      birthDate: '1961-12-13',
    }
    const identity = { type: 'passport' as const, number: 'TZ1357924680' }
    const registration = { ...person, identity, issuerId: DEMO.issuerId, channel: 'desk' as const }
    const { memberId } = await inn.does(inn.front, registerMember, registration)
    const { sql } = inn
    await sql.run(
      "insert into sessions (token_hash, member_id, expires_at) values ('\\x01', $1, clock_timestamp() + interval '1 hour')",
      [memberId],
    )
    await sql.run(
      `insert into member_channels (issuer_id, member_id, channel, openid_index, openid_sealed, linked_at)
       values ($1, $2, 'wechat', '\\x02', '\\x03', house_now())`,
      [DEMO.issuerId, memberId],
    )
    await erase(memberId)
    expect(
      await tracesOf([...Object.values(person), identity.number, identity.number.slice(-4)]),
    ).toEqual([])
    expect(
      await sql.one(
        `select m.erased_at is not null as erased, m.identity_index, k.wrapped_key, k.destroyed_at is not null as destroyed,
           (select count(*) from sessions where member_id = m.id) as sessions,
           (select count(*) from member_channels where member_id = m.id) as channels
         from members m join member_keys k on k.member_id = m.id where m.id = $1`,
        [memberId],
      ),
    ).toEqual({
      erased: true,
      identity_index: null,
      wrapped_key: null,
      destroyed: true,
      sessions: 0,
      channels: 0,
    })
    const [last] = await sql.rows<{ verb: string; reason: string }>(
      'select verb, reason from audit_events where subject_id = $1 order by id desc limit 1',
      [memberId],
    )
    expect(last).toEqual({ verb: 'member.erased', reason: '本人の申し出' })
    // Somebody who was forgotten can come again.
    await inn.does(inn.front, registerMember, registration)
  })

  test('not while stays are open, points left or a request undecided: each reason is named, nothing happens', async () => {
    const poor = await inn.guest()
    const pending = await inn.book({ member: poor, from: 70, type: 'suite' })
    await expect(erase(poor)).rejects.toMatchObject(refusedWith('open_stays'))
    await inn.cancel(pending)
    const rich = await inn.guest(200_000)
    await expect(erase(rich)).rejects.toMatchObject(refusedWith('points_left'))
    const booked = await inn.book({ member: rich, from: 3 })
    await inn.asks(booked)
    await expect(erase(rich)).rejects.toMatchObject(
      refusedWith('open_stays', 'points_left', 'open_requests'),
    )
    expect(await inn.value('select erased_at from members where id = $1', rich)).toBeNull()
    await erase(poor)
    await expect(erase(poor)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('not over what somebody else has changed', async () => {
    await expect(erase(await inn.guest(), 9)).rejects.toMatchObject({ code: 'version_mismatch' })
  })

  test('of erasing and selling at the same moment one happens', async () => {
    for (let round = 0; round < 4; round += 1) {
      const member = await inn.guest()
      const { version } = await versionOf(member)
      const order = {
        propertyId: PROPERTY,
        memberId: member,
        channel: 'desk' as const,
        stays: [
          {
            roomTypeId: await inn.roomType('twin'),
            checkIn: inn.day(100 + round),
            checkOut: inn.day(101 + round),
            count: 1,
            guestsPerRoom: 1,
          },
        ],
      }
      const points = { memberId: member, propertyId: PROPERTY, amount: 5_000 }
      const [erased, ...others] = await Promise.allSettled([
        erase(member, version),
        inn.does(inn.front, placeOrder, order),
        inn.does(inn.front, topUp, points),
      ])
      const sold = others.some((one) => one.status === 'fulfilled')
      expect([erased?.status, sold]).toEqual(sold ? ['rejected', true] : ['fulfilled', false])
    }
  })
})

/** Where a text stands as it is, as hex (bytea) or as base64, in any column of any table. */
async function tracesOf(texts: readonly string[]): Promise<string[]> {
  const forms = texts.flatMap((text) => {
    const bytes = Buffer.from(text)
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4),
    )
    return [text, bytes.toString('hex'), ...base64.filter((form) => form.length > 5)]
  })
  const { rows: tables } = await inn.owner.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await inn.owner.query<{ form: string }>(
      `select distinct f as form from ${name} t join unnest($1::text[]) f on strpos(t::text, f) > 0`,
      [forms],
    )
    found.push(...rows.map((row) => `${name}: ${row.form}`))
  }
  return found
}
