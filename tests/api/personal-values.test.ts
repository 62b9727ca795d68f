import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner } from './support/owner.ts'
import { addDays } from './support/staged.ts'

let inn: TestHouse
beforeAll(async () => {
  inn = await startHouse()
}, 60_000)
afterAll(() => inn.stop())

const PLANTED = 'オマモリ山田太郎左衛門'
const PLANTED_KANA = 'オマモリサエモンノジョウ'
const PLANTED_IDENTITY = 'TZ8642097531'

test('decision 29: a name goes through every command and is readable in no other table, column or encoding', async () => {
  const [front, manager] = await Promise.all([inn.as('front'), inn.as('manager')])
  const today = (await front.get('/v1/properties')).data[0].businessDate
  const types = (await front.get('/v1/room-types')).data
  const planted = {
    name: PLANTED,
    kana: PLANTED_KANA,
    phone: '0312345678901',
    email: 'planted-secret@example.com',
  }
  const member = await front.post('/v1/members', {
    ...planted,
    birthDate: '1990-01-01',
    identity: { type: 'passport', number: PLANTED_IDENTITY },
  })
  await front.request('PATCH', `/v1/members/${member.id}`, {
    body: { name: `${PLANTED}様` },
    version: 1,
  })
  await front.post(`/v1/members/${member.id}/top-ups`, { propertyId: inn.property, amount: 50_000 })
  const stay = {
    roomTypeId: types.find((type: { code: string }) => type.code === 'twin').id,
    count: 1,
    guestsPerRoom: 1,
  }
  const nights = { checkIn: addDays(today, 200), checkOut: addDays(today, 201) }
  const order = await front.post('/v1/orders', {
    propertyId: inn.property,
    memberId: member.id,
    stays: [{ ...stay, ...nights }],
  })
  const stayIds = [order.stays[0].id]
  const { digest } = await front.get(
    `/v1/orders/${order.id}/cancellation-preview?stayIds=${stayIds.join(',')}`,
  )
  const { approval } = await front.post(`/v1/orders/${order.id}/cancel`, {
    stayIds,
    reason: '都合',
    digest,
  })
  await manager.post(
    `/v1/approvals/${approval.id}/approve`,
    { digest: approval.digest },
    approval.version,
  )

  expect(
    await findings([PLANTED, PLANTED_KANA, PLANTED_IDENTITY, planted.phone, planted.email]),
  ).toEqual([])
  const trail = (await manager.get(`/v1/audit-events?subject=member:${member.id}`)).data
  expect(JSON.stringify(trail)).toContain(PLANTED)
}, 30_000)

/** Where a text stands as it is, as hex (bytea) or as base64, anywhere but with the members themselves. */
async function findings(texts: readonly string[]): Promise<string[]> {
  const forms = texts.flatMap((text) => {
    const bytes = Buffer.from(text)
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4),
    )
    return [text, bytes.toString('hex'), ...base64]
  })
  return asOwner(inn, async (sql) => {
    const tables = await sql.rows<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'members'",
    )
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(['idempotency_keys', 'audit_events', 'outbox', 'sessions']),
    )
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await sql.rows<{ form: string }>(
        `select distinct f as form from ${name} t join unnest($1::text[]) f on strpos(t::text, f) > 0`,
        [forms],
      )
      found.push(...rows.map((row) => `${name}: ${row.form}`))
    }
    return found
  })
}
