import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { forgetExpired } from '../../activities/platform/forget-expired.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { newDocument } from '../support/identity.ts'

let inn: TestHouse
let owner: Client
beforeAll(async () => {
  inn = await startHouse()
  owner = new Client({ connectionString: inn.books.ownerUrl })
  await owner.connect()
}, 30_000)
afterAll(async () => {
  await owner.end()
  await inn.stop()
})

const count = async (table: string) =>
  Number((await owner.query(`select count(*) from ${table}`)).rows[0].count)

test('B-01 answers are kept seven days, messages thirty, sessions until their end; nothing younger goes', async () => {
  const front = await inn.as('front')
  await front.post('/v1/members', {
    name: '見本 かえで',
    kana: 'ミホン カエデ',
    phone: '03-0000-0000',
    birthDate: '1990-01-01',
    identity: newDocument(),
  })
  await owner.query(
    `insert into outbox (workflow_id, process, subject_id, message, delivered_at)
     values ('order:x', 'order', new_id(), 'look_again', clock_timestamp() - interval '29 days'),
            ('order:y', 'order', new_id(), 'look_again', null)`,
  )
  const young = [await count('idempotency_keys'), await count('outbox'), await count('sessions')]
  await forgetExpired(inn.house.database.sql)
  expect([await count('idempotency_keys'), await count('outbox'), await count('sessions')]).toEqual(
    young,
  )

  await owner.query(
    `update idempotency_keys set created_at = created_at - interval '7 days 1 hour'`,
  )
  await owner.query(`update outbox set delivered_at = delivered_at - interval '2 days'`)
  await owner.query('update sessions set expires_at = clock_timestamp()')
  await forgetExpired(inn.house.database.sql)
  expect(await count('idempotency_keys')).toBe(0)
  expect((await owner.query('select workflow_id from outbox')).rows).toEqual([
    { workflow_id: 'order:y' },
  ])
  expect(await count('sessions')).toBe(0)
})
