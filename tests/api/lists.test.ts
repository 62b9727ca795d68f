import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { OPERATIONS, type Operation } from './support/operations.ts'
import { asOwner } from './support/owner.ts'
import { addDays, type Staged, stage } from './support/staged.ts'

type Row = Record<string, unknown> & { id: string | number }
type List = { data: Row[]; page: { number: number; size: number; total: number } }

const LISTS = OPERATIONS.filter((one) => one.parameters.some(({ name }) => name === 'perPage'))
const listsWith = (parameter: string) =>
  LISTS.filter((one) => one.parameters.some(({ name }) => name === parameter))
const named = (lists: readonly Operation[]) => lists.map((one) => [one.operationId, one] as const)

let inn: TestHouse
let at: Staged
let manager: TestClient
let operator: TestClient

beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  ;[manager, operator] = (await Promise.all([inn.as('manager'), inn.as('operator')])) as [
    TestClient,
    TestClient,
  ]
  const front = await inn.as('front')
  for (let n = 0; n < 12; n += 1) await placeOne(front, n)
  for (let n = 0; n < 8; n += 1) {
    const birthDate = `1970-01-0${n + 1}`
    await front.post('/v1/members', {
      name: `客 ${n % 2}`,
      kana: 'キャク',
      phone: `03-9999-000${n}`,
      birthDate,
    })
  }
  for (let n = 0; n < 4; n += 1)
    await operator.post('/v1/api-tokens', {
      name: `T${n}`,
      propertyId: inn.property,
      scopes: ['rooms.read'],
    })
  await openCases()
}, 60_000)
afterAll(() => inn.stop())

/** What only time and faults bring about: cases of this house, of the other, of none; some of them closed. */
const openCases = () =>
  asOwner(inn, (sql) =>
    sql.run(
      `insert into cases (kind, property_id, subject_kind, subject_id, cause, opened_at, closed_at)
       select 'cleaning_overrun', (array[$1, $2, null])[1 + n % 3]::uuid, 'room', new_id(), 'n' || n,
         house_now() - (n / 2) * interval '1 hour', case when n % 4 = 0 then house_now() end
       from generate_series(1, 24) n`,
      [inn.property, inn.otherProperty],
    ),
  )

/** Orders of two members, some paid and some waiting, over a few days. */
async function placeOne(front: TestClient, n: number): Promise<void> {
  const member = n % 3 === 0 ? at.otherMember : at.member
  const nights = {
    checkIn: addDays(at.today, 10 + (n % 4)),
    checkOut: addDays(at.today, 11 + (n % 2) + (n % 4)),
  }
  await front.post('/v1/orders', {
    propertyId: inn.property,
    memberId: member.id,
    channel: (['desk', 'web', 'line'] as const)[n % 3],
    stays: [
      { roomTypeId: at.types[n < 8 ? 'twin' : 'single'], ...nights, count: 1, guestsPerRoom: 1 },
    ],
  })
}

const clientOf = (operation: Operation) =>
  operation.operationId === 'listTokens' ? operator : manager

/** The list's address, with what it cannot do without. */
function ask(
  operation: Operation,
  query: Record<string, string | number>,
  client = clientOf(operation),
): Promise<List> {
  const needed =
    operation.operationId === 'listAuditEvents' ? { subject: `member:${at.member.id}` } : {}
  const search = new URLSearchParams({
    ...needed,
    ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])),
  })
  return client.get<List>(`${operation.path.replace('{id}', at.member.id)}?${search.toString()}`)
}
const listOf = (operationId: string) =>
  LISTS.find((one) => one.operationId === operationId) as Operation
const all = (operationId: string, query = {}) =>
  ask(listOf(operationId), { perPage: 100, ...query })
const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id)

describe.each(named(LISTS))('%s', (_operationId, operation) => {
  const sorts = operation.parameters.find(({ name }) => name === 'sort')?.schema['enum'] as string[]

  test.each(sorts.map((sort) => [sort]))(
    '004-18: by %s: pages neither overlap nor leave out, the total stays, and the other way round is the reverse',
    async (sort) => {
      const whole = await ask(operation, { sort, perPage: 100 })
      expect(whole.page).toEqual({ number: 1, size: 100, total: whole.data.length })
      const paged: Row[] = []
      for (let page = 1; page <= Math.ceil(whole.data.length / 7) + 1; page += 1) {
        const list = await ask(operation, { sort, perPage: 7, page })
        expect(list.page).toEqual({ number: page, size: 7, total: whole.page.total })
        paged.push(...list.data)
      }
      expect(idsOf(paged)).toEqual(idsOf(whole.data))
      expect(new Set(idsOf(paged)).size).toBe(paged.length)
      const opposite = sort.startsWith('-') ? sort.slice(1) : `-${sort}`
      const reversed = await ask(operation, { sort: opposite, perPage: 100 })
      expect(idsOf(reversed.data)).toEqual(idsOf(whole.data).toReversed())
    },
  )

  test('004-18: is really sorted by the field it says', async () => {
    for (const sort of sorts.filter((one) => !one.startsWith('-'))) {
      const { data } = await ask(operation, { sort, perPage: 100 })
      const values = data.map((row) => row[sort])
      expect(values).not.toContain(undefined)
      const inOrder = values.every(
        (value, index) => index === 0 || compare(values[index - 1], value) <= 0,
      )
      expect({ sort, values, inOrder }).toEqual({ sort, values, inOrder: true })
    }
  })

  test('004-18: has something to show', async () => {
    expect((await ask(operation, {})).page.total).toBeGreaterThan(1)
  })
})

/** Numbers by size, texts as PostgreSQL compares them: by code point or by the language's own order. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  if (left === right) return 0
  return left < right || new Intl.Collator('ja').compare(left, right) < 0 ? -1 : 1
}

test.each(named(listsWith('ids')))(
  '004-18 %s: ids= gives exactly these, and nothing for what is unknown',
  async (_name, operation) => {
    const whole = idsOf((await ask(operation, { perPage: 100 })).data)
    const some = whole.filter((_, index) => index % 2 === 0)
    const list = await ask(operation, {
      ids: [...some, '00000000-0000-7000-8000-999999999999'].join(','),
      perPage: 100,
    })
    expect(idsOf(list.data)).toEqual(some)
    expect(list.page.total).toBe(some.length)
    expect((await ask(operation, { ids: inn.otherProperty })).page.total).toBe(0)
  },
)

type Filter = readonly [
  list: string,
  parameter: string,
  value: () => string,
  keeps: (row: Row) => boolean,
]
const FILTERS: readonly Filter[] = [
  ['listOrders', 'status', () => 'pending', (row) => row['status'] === 'pending'],
  [
    'listOrders',
    'status',
    () => 'confirmed,in_house',
    (row) => ['confirmed', 'in_house'].includes(String(row['status'])),
  ],
  [
    'listOrders',
    'memberId',
    () => at.otherMember.id,
    (row) => row['memberId'] === at.otherMember.id,
  ],
  [
    'listOrders',
    'checkIn',
    () => addDays(at.today, 11),
    (row) => row['checkIn'] === addDays(at.today, 11),
  ],
  ['listOrders', 'number', () => at.order.number, (row) => row['number'] === at.order.number],
  ['listOrders', 'q', () => 'いちろう', (row) => row['memberId'] === at.otherMember.id],
  ['listOrders', 'q', () => 'イチロウ', (row) => row['memberId'] === at.otherMember.id],
  ['listOrders', 'q', () => 'm1002', (row) => row['memberId'] === at.otherMember.id],
  ['listOrders', 'q', () => at.order.number, (row) => row['number'] === at.order.number],
  ['listOrders', 'propertyId', () => inn.property, (row) => row['propertyId'] === inn.property],
  [
    'listStays',
    'status',
    () => 'in_house,departed',
    (row) => ['in_house', 'departed'].includes(String(row['status'])),
  ],
  ['listStays', 'memberId', () => at.member.id, (row) => row['memberId'] === at.member.id],
  [
    'listStays',
    'roomId',
    () => at.order.stays[0].roomId,
    (row) => row['roomId'] === at.order.stays[0].roomId,
  ],
  [
    'listStays',
    'checkIn',
    () => addDays(at.today, 12),
    (row) => row['checkIn'] === addDays(at.today, 12),
  ],
  [
    'listStays',
    'checkOut',
    () => addDays(at.today, 13),
    (row) => row['checkOut'] === addDays(at.today, 13),
  ],
  ['listStays', 'propertyId', () => inn.property, (row) => row['propertyId'] === inn.property],
  [
    'listRooms',
    'roomTypeId',
    () => String(at.types['single']),
    (row) => row['roomTypeId'] === at.types['single'],
  ],
  ['listRooms', 'retired', () => 'false', (row) => row['retired'] === false],
  ['listRooms', 'propertyId', () => inn.property, (row) => row['propertyId'] === inn.property],
  ['listRoomTypes', 'propertyId', () => inn.property, (row) => row['propertyId'] === inn.property],
  ['listMembers', 'q', () => '客 1', (row) => row['name'] === '客 1'],
  ['listMembers', 'q', () => 'キャク', (row) => row['kana'] === 'キャク'],
  ['listMembers', 'q', () => 'm1003', (row) => row['number'] === 'M1003'],
  ['listApprovals', 'status', () => 'pending', (row) => row['status'] === 'pending'],
  ['listApprovals', 'kind', () => 'cancellation', (row) => row['kind'] === 'cancellation'],
  ['listApprovals', 'propertyId', () => inn.property, (row) => row['propertyId'] === inn.property],
  ['listCases', 'status', () => 'open', (row) => row['status'] === 'open'],
  ['listCases', 'status', () => 'closed', (row) => row['closedAt'] !== null],
  // A case of no property (an outbox row, a finding) is everybody's.
  [
    'listCases',
    'propertyId',
    () => inn.property,
    (row) => [inn.property, null].includes(row['propertyId'] as string | null),
  ],
]

test.each(FILTERS)(
  '003-02 003-21 %s: %s keeps what it says and nothing else (%#)',
  async (list, parameter, value, keeps) => {
    const whole = await all(list)
    const filtered = await all(list, { [parameter]: value() })
    expect(idsOf(filtered.data)).toEqual(idsOf(whole.data.filter(keeps)))
    expect(filtered.page.total).toBe(filtered.data.length)
    expect(filtered.data.length).toBeGreaterThan(0)
  },
)

test('003-21: every filter of the document is tried here, and those of a property find nothing elsewhere', async () => {
  const common = ['page', 'perPage', 'sort', 'ids', 'id']
  const advertised = LISTS.flatMap((one) =>
    one.parameters
      .filter(({ name }) => !common.includes(name))
      .map(({ name }) => `${one.operationId} ${name}`),
  )
  const tried = new Set([
    ...FILTERS.map(([list, name]) => `${list} ${name}`),
    'listAuditEvents subject',
  ])
  expect(advertised.filter((name) => !tried.has(name))).toEqual([])
  for (const operation of listsWith('propertyId')) {
    const { data } = await ask(operation, { propertyId: inn.otherProperty, perPage: 100 })
    expect(data.filter((row) => row['propertyId'] !== null)).toEqual([])
  }
})

test('003-21: %, _ and \\ are letters to a search, not wildcards', async () => {
  for (const q of ['%', '_', '\\', '%客%', '客_']) {
    expect({ q, total: (await all('listMembers', { q })).page.total }).toEqual({ q, total: 0 })
    expect({ q, total: (await all('listOrders', { q })).page.total }).toEqual({ q, total: 0 })
  }
})

test('003-13 003-21: a member sees his own in every list, whatever he asks for', async () => {
  const guest = await inn.as('M1002')
  for (const [list, field] of [
    ['listOrders', 'memberId'],
    ['listStays', 'memberId'],
    ['listApprovals', 'beneficiaryMemberId'],
    ['listMembers', 'id'],
  ] as const) {
    const operation = listOf(list)
    const has = (name: string) => operation.parameters.some((one) => one.name === name)
    const others = idsOf((await all(list)).data)
      .slice(0, 50)
      .join(',')
    const wishes: Record<string, string>[] = [
      {},
      ...(has('memberId') ? [{ memberId: at.member.id }] : []),
      ...(others ? [{ ids: others }] : []),
      ...(has('propertyId') ? [{ propertyId: inn.property }] : []),
    ]
    for (const wish of wishes) {
      const { data } = await ask(operation, { perPage: 100, ...wish }, guest)
      expect(new Set(data.map((row) => row[field]))).toEqual(
        new Set(data.length > 0 ? [at.otherMember.id] : []),
      )
      if (list === 'listOrders') expect(data.length).toBeGreaterThan(0)
    }
  }
})

test("decision 15: staff of the other house see none of this house's records in any list", async () => {
  const elsewhere = await inn.as('manager-yamate')
  for (const list of ['listOrders', 'listStays', 'listApprovals'])
    expect((await ask(listOf(list), {}, elsewhere)).page.total).toBe(0)
  for (const list of ['listRooms', 'listRoomTypes', 'listStaff']) {
    const { data } = await ask(listOf(list), { perPage: 100 }, elsewhere)
    expect(data.length).toBeGreaterThan(0)
    expect(JSON.stringify(data)).not.toContain(inn.property)
  }
})

test('003-13: the running balance of a member ends at the balance', async () => {
  const { data } = await all('listPointEntries', { sort: 'at' })
  let balance = 0
  for (const entry of data) expect(entry['balanceAfter']).toBe((balance += Number(entry['amount'])))
  expect((await manager.get(`/v1/members/${at.member.id}`)).balance).toBe(balance)
})
