import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type SmallBooks, smallBooks } from './support/small-books.ts'

const DIGEST = 'a'.repeat(64)
let books: SmallBooks
let request: string
let requester: string
let guest: string
let manager: string
beforeAll(async () => {
  books = await smallBooks()
  guest = await books.member()
  requester = await hire('front')
  manager = await hire('manager')
  request = await ask(requester, guest, guest)
}, 60_000)
afterAll(() => books.stop())

const hire = async (login: string, memberId: string | null = null): Promise<string> =>
  (
    await books.app.query(
      "insert into staff (login, display_name, password_hash, member_id) values ($1, $1, 'x', $2) returning id",
      [login, memberId],
    )
  ).rows[0].id

async function ask(who: string, beneficiary: string, actedFor: string): Promise<string> {
  const id = randomUUID()
  await books.app.query(
    `insert into approval_requests (id, kind, property_id, subject_kind, subject_id, amount, reason, preview, digest,
       requester_id, requester_kind, beneficiary_id, acted_for_id, requested_at, due_at)
     values ($1, 'cancellation', $2, 'order', $1, 1, 'x', '{}', $3, $4, 'staff', $5, $6, now(), now())`,
    [id, books.property, DIGEST, who, beneficiary, actedFor],
  )
  return id
}

/** As a caller who lies: what he says of the persons is his own business. */
const decide = (decider: string, said: Record<string, string | null> = {}) =>
  books.app.query(
    `insert into approval_decisions (id, request_id, requester_id, beneficiary_id, acted_for_id, decision, decider_id,
       decider_member_id, reason, digest, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      randomUUID(),
      said['request'] ?? request,
      said['requester'] ?? requester,
      said['beneficiary'] ?? guest,
      said['actedFor'] ?? guest,
      said['decision'] ?? 'approve',
      decider,
      said['memberId'] ?? decider,
      said['reason'] ?? null,
      DIGEST,
    ],
  )
const SELF = { code: '23514', constraint: 'approval_decisions_not_self' }

describe('decision 17: the database itself refuses', () => {
  test('whoever asked', async () => {
    await expect(decide(requester)).rejects.toMatchObject(SELF)
  })

  test('whoever gains, and whoever was acted for, by their membership', async () => {
    const other = await books.member()
    const [gains, actedFor] = [await hire('gains', other), await hire('acted-for', guest)]
    const asked = await ask(requester, other, guest)
    const said = { request: asked, beneficiary: other }
    await expect(decide(gains, said)).rejects.toMatchObject(SELF)
    await expect(decide(actedFor, said)).rejects.toMatchObject(SELF)
    await decide(manager, said)
  })

  test('a member of staff who hides his own membership: it is filled in by the database', async () => {
    const insider = await hire('insider', guest)
    for (const memberId of [insider, randomUUID(), manager])
      await expect(decide(insider, { memberId })).rejects.toMatchObject(SELF)
    const { rows } = await books.app.query(
      'select count(*)::int as n from approval_decisions where decider_id = $1',
      [insider],
    )
    expect(rows[0].n).toBe(0)
  })

  test.each(['requester', 'beneficiary', 'actedFor'])(
    'a decision that names another %s than the request',
    async (who) => {
      await expect(decide(requester, { [who]: randomUUID() })).rejects.toMatchObject({
        code: who === 'requester' ? '23503' : '23514',
      })
      await expect(decide(manager, { [who]: randomUUID() })).rejects.toMatchObject({
        constraint: 'approval_decisions_request',
      })
    },
  )

  test.each(['requester_id', 'beneficiary_id', 'acted_for_id', 'digest', 'preview', 'amount'])(
    'decision 18: a request whose %s is rewritten before it is decided',
    async (column) => {
      await expect(
        books.app.query(`update approval_requests set ${column} = ${column}`),
      ).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('somebody who is no staff, a second decision, and a rejection without a reason', async () => {
    await expect(decide(guest)).rejects.toMatchObject({ code: 'P0002' })
    const second = await hire('second')
    await decide(second)
    await expect(decide(second)).rejects.toMatchObject({ constraint: 'approval_decisions_once' })
    await expect(decide(manager, { decision: 'reject' })).rejects.toMatchObject({
      constraint: 'approval_decisions_reject_says_why',
    })
  })
})
