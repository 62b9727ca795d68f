import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { OPERATIONS, type Operation } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, type Sample, samples } from './support/requests.ts'
import { stage } from './support/staged.ts'

const QUERIES = OPERATIONS.filter((one) => one.method === 'get' && one.operationId !== 'getSession')
const LISTS = QUERIES.filter((one) => one.parameters.some(({ name }) => name === 'perPage'))

let inn: TestHouse
let requests: Readonly<Record<string, Sample>>
let before: Record<string, string>
const clients = new Map<string, TestClient>()

beforeAll(async () => {
  inn = await startHouse()
  requests = samples(inn, await stage(inn))
  for (const login of ['manager', 'operator']) clients.set(login, await inn.as(login))
  before = await stateOfBooks(inn)
}, 60_000)
afterAll(async () => {
  expect(await stateOfBooks(inn)).toEqual(before)
  await inn.stop()
})

const clientOf = ({ operationId }: Operation) =>
  clients.get(String(requests[operationId]?.as)) as TestClient

/** The good query, with something more behind it. */
function ask(operation: Operation, more: string) {
  const address = addressOf(operation.path, requests[operation.operationId] as Sample)
  return clientOf(operation).request('GET', `${address}${address.includes('?') ? '&' : '?'}${more}`)
}

test.each(QUERIES.map((one) => [one.operationId, one] as const))(
  '004-18 %s: the good query answers; one with an unknown parameter is refused, never ignored',
  async (operationId, operation) => {
    const sample = requests[operationId] as Sample
    const address = addressOf(operation.path, sample)
    expect((await clientOf(operation).request('GET', address)).status).toBe(200)
    for (const more of [
      'unknown=1',
      '__proto__=1',
      'constructor[prototype]=1',
      'Page=1',
      'limit=5',
      '=1',
    ])
      expectProblem(await ask(operation, more), { code: 'unknown_parameter', about: more })
  },
)

test.each(QUERIES.map((one) => [one.operationId, one] as const))(
  '004-18 %s: a parameter given twice or out of its kind is refused by name',
  async (operationId, operation) => {
    const sample = requests[operationId] as Sample
    for (const { name, in: place } of operation.parameters) {
      if (place !== 'query') continue
      const good = sample.query?.[name] ?? { page: '1', perPage: '5' }[name]
      if (good !== undefined) {
        const twice = await ask(
          { ...operation },
          `${name}=${good}${sample.query?.[name] ? '' : `&${name}=${good}`}`,
        )
        const { errors = [] } = expectProblem(twice, { code: 'validation_failed', about: name })
        expect(errors.map((error) => error.pointer)).toContain(`/${name}`)
      }
      const query = { ...sample.query, [name]: 'a\u0000b' }
      const broken = await clientOf(operation).request(
        'GET',
        addressOf(operation.path, { ...sample, query }),
      )
      expectProblem(broken, { code: 'validation_failed', about: `NUL in ${name}` })
    }
  },
)

const ABSURD = [
  'page=0',
  'page=-1',
  'page=10001',
  'page=1e99',
  'page=1.5',
  'page=NaN',
  'page=',
  'perPage=0',
  'perPage=101',
  'perPage=999999999999',
  'perPage=ten',
  'sort=',
  'sort=name;drop table members',
  'sort=--id',
  'sort=password_hash',
  `ids=${'x'.repeat(5_000)}`,
  'ids=1,2,3',
  'ids=,',
  `ids=${Array.from({ length: 101 }, () => '00000000-0000-7000-8000-000200000001').join(',')}`,
]

test.each(LISTS.map((one) => [one.operationId, one] as const))(
  '004-18 %s: absurd pages, sizes, sorts and ids are refused',
  async (_operationId, operation) => {
    // A list without the filter refuses the parameter itself.
    const idsCode = operation.parameters.some(({ name }) => name === 'ids')
      ? 'validation_failed'
      : 'unknown_parameter'
    for (const more of ABSURD) {
      const code = more.startsWith('ids=') ? idsCode : 'validation_failed'
      expectProblem(await ask(operation, more), { code, about: more })
    }
  },
)

test('B-11: a trail of a subject that cannot be', async () => {
  const manager = clients.get('manager') as TestClient
  for (const subject of [
    '',
    'order',
    'order:',
    `order:${'-'.repeat(36)}`,
    `staff:${inn.property}`,
    `order:${inn.property}x`,
  ]) {
    const answer = await manager.request(
      'GET',
      `/v1/audit-events?subject=${encodeURIComponent(subject)}`,
    )
    expectProblem(answer, { code: 'validation_failed', about: subject })
  }
})

test('003-18: dates that cannot be, in every query that takes one', async () => {
  const manager = clients.get('manager') as TestClient
  const dated = QUERIES.flatMap((operation) =>
    operation.parameters
      .filter(({ schema }) => schema['format'] === 'date')
      .map(({ name }) => ({ operation, name })),
  )
  expect(dated.length).toBeGreaterThan(6)
  for (const { operation, name } of dated) {
    const sample = requests[operation.operationId] as Sample
    for (const date of ['2026-02-30', '0000-01-01', '2026-13-01', 'today', '20261201', '']) {
      const query = { ...sample.query, [name]: date }
      const answer = await manager.request('GET', addressOf(operation.path, { ...sample, query }))
      const { errors } = expectProblem(answer, {
        code: 'validation_failed',
        about: `${name}=${date}`,
      })
      expect(errors?.map((error) => error.pointer)).toEqual([`/${name}`])
    }
  }
})
