import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RequestOptions, TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { OPERATIONS, operationOf } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem, statusesOf } from './support/problem.ts'
import { addressOf, optionsOf, type Sample, samples } from './support/requests.ts'
import { stage } from './support/staged.ts'

/** Edits and decisions, as the mission names them. */
const VERSIONED = [
  'editRoomType',
  'editRoom',
  'changeRoomBlock',
  'editMember',
  'eraseMember',
  'editGuest',
  'saveRateRules',
  'editBirthdayBenefit',
  'approve',
  'reject',
  'withdraw',
  'editHousekeepingSettings',
]

let inn: TestHouse
let requests: Readonly<Record<string, Sample>>
const clients = new Map<string, TestClient>()

beforeAll(async () => {
  inn = await startHouse()
  requests = samples(inn, await stage(inn))
  for (const login of ['front', 'manager', 'operator']) clients.set(login, await inn.as(login))
}, 60_000)
afterAll(() => inn.stop())

function send(operationId: string, more: RequestOptions = {}) {
  const sample = requests[operationId] as Sample
  const { method, path } = operationOf(operationId)
  const address = addressOf(path, sample)
  const client = clients.get(sample.as) as TestClient
  return client.request(method.toUpperCase(), address, { ...optionsOf(sample), ...more })
}

test('every edit and every decision asks for If-Match, and nothing else does', () => {
  const asking = OPERATIONS.filter((one) => one.parameters.some(({ name }) => name === 'If-Match'))
  expect(asking.map((one) => one.operationId).toSorted()).toEqual(VERSIONED.toSorted())
})

describe.each(VERSIONED.map((operationId) => [operationId] as const))('%s', (operationId) => {
  test('without the version that was on screen, or with another one, changes nothing', async () => {
    const before = await stateOfBooks(inn)
    const sample = requests[operationId] as Sample
    const { version, ...unversioned } = optionsOf(sample)
    const client = clients.get(sample.as) as TestClient
    const { method, path } = operationOf(operationId)
    const missing = await client.request(method.toUpperCase(), addressOf(path, sample), unversioned)
    expectProblem(missing, { code: 'version_required', status: 428 })
    for (const stale of [
      Number(version) + 1,
      0,
      999_999_999,
      99_999_999_999,
      '-1',
      'W/"1',
      '*',
      '1", "2',
      "1' or '1",
    ])
      expectProblem(await send(operationId, { version: stale }), {
        code: 'version_mismatch',
        status: 412,
        about: String(stale),
      })
    expect(await stateOfBooks(inn)).toEqual(before)
  })
})

test('two people who saw the same version: one edits, the other is told to look again', async () => {
  const front = clients.get('front') as TestClient
  const manager = clients.get('manager') as TestClient
  const { params, version } = requests['editMember'] as Sample
  for (let round = 0, seen = version as number; round < 5; round += 1, seen += 1) {
    const edit = (client: TestClient, phone: string) =>
      client.request('PATCH', `/v1/members/${params?.['id']}`, { body: { phone }, version: seen })
    const answers = await Promise.all([
      edit(front, `03-1111-000${round}`),
      edit(manager, `03-2222-000${round}`),
    ])
    expect(statusesOf(answers)).toEqual([200, 412])
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expectProblem(lost as never, { code: 'version_mismatch' })
    expect(won?.headers.get('etag')).toBe(`"${seen + 1}"`)
    const now = await front.get(`/v1/members/${params?.['id']}`)
    expect(now).toMatchObject({ version: seen + 1, phone: won?.body.phone })
  }
})

test('003-01: the ETag of an answer is the version to send next, quoted or bare', async () => {
  const operator = clients.get('operator') as TestClient
  const { params } = requests['editRoom'] as Sample
  const address = `/v1/rooms/${params?.['id']}`
  const seen = await operator.request('GET', address)
  expect(seen.headers.get('etag')).toBe(`"${seen.body.version}"`)
  const edited = await operator.request('PATCH', address, {
    body: { floor: 3 },
    version: seen.body.version,
  })
  expect(edited).toMatchObject({ status: 200, body: { floor: 3, version: seen.body.version + 1 } })
  const headers = { 'If-Match': String(edited.body.version) }
  const again = await operator.request('PATCH', address, { body: { floor: 2 }, headers })
  expect(again).toMatchObject({ status: 200, body: { floor: 2, version: edited.body.version + 1 } })
})
