import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { signedIn, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { asOwner, stateOfBooks } from './support/owner.ts'
import { expectProblem, statusesOf } from './support/problem.ts'
import { addDays, hire } from './support/staged.ts'
import { arrival } from '../support/arrival.ts'

type Request = {
  id: string
  version: number
  digest: string
  subject: { id: string }
  allowedActions: string[]
}

let inn: TestHouse
let front: TestClient
let manager: TestClient
let second: TestClient
let member: { id: string }
let today: string
let nextNight = 20

beforeAll(async () => {
  inn = await startHouse()
  ;[front, manager, second] = (await Promise.all(
    ['front', 'manager', 'manager2'].map((login) => inn.as(login)),
  )) as [TestClient, TestClient, TestClient]
  today = (await front.get('/v1/properties')).data[0].businessDate
  member = (await front.get('/v1/members?q=M1001')).data[0]
  await front.post(`/v1/members/${member.id}/top-ups`, {
    propertyId: inn.property,
    amount: 1_000_000,
  })
}, 60_000)
afterAll(() => inn.stop())

async function sell(inDays: number) {
  const { roomTypes } = await front.get(
    `/v1/availability?propertyId=${inn.property}&checkIn=${addDays(today, inDays)}&checkOut=${addDays(today, inDays + 1)}`,
  )
  const { roomTypeId } = roomTypes.find((type: { code: string }) => type.code === 'twin')
  const nights = { checkIn: addDays(today, inDays), checkOut: addDays(today, inDays + 1) }
  return front.post('/v1/orders', {
    propertyId: inn.property,
    memberId: member.id,
    stays: [{ roomTypeId, ...nights, count: 1, guestsPerRoom: 1 }],
  })
}

/** A paid order whose cancellation somebody asked for. */
async function asked(
  by: TestClient = front,
  order?: { id: string; stays: { id: string }[] },
): Promise<Request> {
  const { id, stays } = order ?? (await sell((nextNight += 1)))
  const stayIds = stays.map((stay: { id: string }) => stay.id)
  const { digest } = await by.get(
    `/v1/orders/${id}/cancellation-preview?stayIds=${stayIds.join(',')}`,
  )
  return (await by.post(`/v1/orders/${id}/cancel`, { stayIds, reason: '都合により', digest }))
    .approval
}

const decide = (
  by: TestClient,
  verb: string,
  { id, version, digest }: Request,
  reason: string | undefined = '確認済み',
) =>
  by.request('POST', `/v1/approvals/${id}/${verb}`, {
    body: { digest, ...(reason ? { reason } : {}) },
    version,
  })

const seenBy = (by: TestClient, { id }: Request) =>
  by.get<Request & { status: string }>(`/v1/approvals/${id}`)

test('003-23 B-04: two managers at once: one decides, the other is told that it is decided', async () => {
  for (let round = 0; round < 6; round += 1) {
    const request = await asked()
    const verbs = round % 2 === 0 ? ['approve', 'reject'] : ['approve', 'approve']
    const answers = await Promise.all([
      decide(manager, String(verbs[0]), request),
      decide(second, String(verbs[1]), request),
    ])
    expect(statusesOf(answers)).toEqual([200, 409])
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expectProblem(lost as never, { code: 'state_conflict' })
    expect(won?.body.decisions).toHaveLength(1)
    expect((await seenBy(front, request)).status).toBe(won?.body.status)
  }
}, 30_000)

test('B-04: approving, rejecting and withdrawing at once: one of the three', async () => {
  const request = await asked()
  const answers = await Promise.all([
    decide(manager, 'approve', request),
    decide(second, 'reject', request),
    decide(front, 'withdraw', request),
  ])
  expect(statusesOf(answers)).toEqual([200, 409, 409])
})

test('decision 17: who asked cannot decide, and another manager can', async () => {
  const boss = await signedIn(inn.url, await hire(inn, 'boss', inn.property, ['front', 'manager']))
  const request = await asked(boss)
  expect(request.allowedActions).toEqual(['withdraw'])
  const before = await stateOfBooks(inn)
  for (const verb of ['approve', 'reject'])
    expectProblem(await decide(boss, verb, request), { code: 'self_approval' })
  expect(await stateOfBooks(inn)).toEqual(before)
  expect((await seenBy(manager, request)).allowedActions).toEqual(['approve', 'reject'])
  expect((await decide(manager, 'approve', request)).status).toBe(200)
})

test('decision 17: a manager who is the member himself cannot decide for himself', async () => {
  const login = await hire(inn, 'guest-and-manager', inn.property, ['manager'])
  await asOwner(inn, (sql) =>
    sql.run('update staff set member_id = $1 where login = $2', [member.id, login.login]),
  )
  const herself = await signedIn(inn.url, login)
  const request = await asked()
  expect((await seenBy(herself, request)).allowedActions).toEqual([])
  const before = await stateOfBooks(inn)
  for (const verb of ['approve', 'reject'])
    expectProblem(await decide(herself, verb, request), { code: 'self_approval' })
  expect(await stateOfBooks(inn)).toEqual(before)
  expect((await decide(manager, 'reject', request)).status).toBe(200)
})

test('003-24: a member asks for himself: he may take it back, not decide it', async () => {
  const guest = await inn.as('M1001')
  const request = await asked(guest)
  expect(request.allowedActions).toEqual(['withdraw'])
  for (const verb of ['approve', 'reject'])
    expectProblem(await decide(guest, verb, request), { code: 'forbidden' })
  expectProblem(await decide(manager, 'withdraw', request), { code: 'forbidden' })
  const withdrawn = await decide(guest, 'withdraw', request)
  expect(withdrawn).toMatchObject({
    status: 200,
    body: { status: 'withdrawn', allowedActions: [] },
  })
  expectProblem(await decide(manager, 'approve', request), { code: 'state_conflict' })
})

test('decision 18: a decision on something else than was on screen is refused', async () => {
  const request = await asked()
  const another = await asked()
  const before = await stateOfBooks(inn)
  for (const verb of ['approve', 'reject'])
    for (const digest of ['0'.repeat(64), another.digest])
      expectProblem(await decide(manager, verb, { ...request, digest }), {
        code: 'digest_mismatch',
      })
  expectProblem(await decide(manager, 'approve', { ...request, version: 2 }), {
    code: 'version_mismatch',
  })
  expect(await stateOfBooks(inn)).toEqual(before)
})

test('B-04: rejecting says why; the reason stands in the request and its trail', async () => {
  const request = await asked()
  expectProblem(await decide(manager, 'reject', request, ''), { code: 'validation_failed' })
  const answer = await decide(manager, 'reject', request, '連泊割引のため')
  expect(answer.body).toMatchObject({
    status: 'rejected',
    decisions: [{ decision: 'reject', reason: '連泊割引のため' }],
  })
  const trail = (await manager.get(`/v1/audit-events?subject=approval:${request.id}`)).data
  expect(trail[0]).toMatchObject({ verb: 'approval.rejected', reason: '連泊割引のため' })
})

test('B-04: after a rejection it may be asked again, and then it is approved', async () => {
  const order = await sell((nextNight += 1))
  const first = await asked(front, order)
  const stayIds = [order.stays[0].id]
  const body = { stayIds, reason: 'もう一度', digest: first.digest }
  expectProblem(await front.request('POST', `/v1/orders/${order.id}/cancel`, { body }), {
    code: 'request_already_open',
  })
  await decide(manager, 'reject', first)
  const again = await asked(front, order)
  expect(again.id).not.toBe(first.id)
  expect((await decide(manager, 'approve', again)).body.status).toBe('approved')
})

test('decision 16: a guest who checks in meanwhile makes the approval a conflict, and stays', async () => {
  const order = await sell(0)
  const request = await asked(front, order)
  const { id } = order.stays[0]
  await front.post(`/v1/stays/${id}/check-in`, arrival())
  const before = await stateOfBooks(inn)
  expectProblem(await decide(manager, 'approve', request), { code: 'state_conflict' })
  expect(await stateOfBooks(inn)).toEqual(before)
  expect((await front.get(`/v1/stays/${id}`)).status).toBe('in_house')
  expect((await decide(manager, 'reject', request)).body.status).toBe('rejected')
})

test('decision 16: once approved, the guest cannot check in any more', async () => {
  const order = await sell(0)
  await decide(manager, 'approve', await asked(front, order))
  const late = await front.request('POST', `/v1/stays/${order.stays[0].id}/check-in`, {
    body: arrival(),
  })
  expectProblem(late, { code: 'state_conflict' })
})

test("B-04: another house's manager does not find it, not in the list either", async () => {
  const elsewhere = await inn.as('manager-yamate')
  const request = await asked()
  for (const verb of ['approve', 'reject', 'withdraw'])
    expectProblem(await decide(elsewhere, verb, request), { code: 'not_found' })
  expect((await elsewhere.get('/v1/approvals')).page.total).toBe(0)
})
