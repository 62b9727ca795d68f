import type { TestClient } from '../../support/client.ts'
import type { TestHouse } from '../../support/house.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { asOwner } from './owner.ts'
import { addDays, type Staged, stage } from './staged.ts'
import { newDocument } from '../../support/identity.ts'

export type Row = Record<string, unknown> & { id: string | number }
export type List = { data: Row[]; page: { number: number; size: number; total: number } }

export const LISTS = OPERATIONS.filter((one) =>
  one.parameters.some(({ name }) => name === 'perPage'),
)
export const listsWith = (parameter: string) =>
  LISTS.filter((one) => one.parameters.some(({ name }) => name === parameter))
export const listOf = (operationId: string) =>
  LISTS.find((one) => one.operationId === operationId) as Operation
export const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id)

/** A house in which every list has something to show, and how to ask for it. */
export type FullHouse = Awaited<ReturnType<typeof fillLists>>

export async function fillLists(inn: TestHouse) {
  const at = await stage(inn)
  const [front, manager, operator] = await Promise.all([
    inn.as('front'),
    inn.as('manager'),
    inn.as('operator'),
  ])
  for (let n = 0; n < 12; n += 1) await placeOne(inn, at, front, n)
  for (let n = 0; n < 8; n += 1) {
    const person = { name: `客 ${n % 2}`, kana: 'キャク', phone: `03-9999-000${n}` }
    await front.post('/v1/members', {
      ...person,
      birthDate: `1970-01-0${n + 1}`,
      identity: newDocument(),
    })
  }
  for (let n = 0; n < 4; n += 1) {
    const token = { name: `T${n}`, propertyId: inn.property, scopes: ['rooms.read'] }
    await operator.post('/v1/api-tokens', token)
  }
  await openCases(inn)

  /** The list's address, with what it cannot do without. */
  function ask(
    operation: Operation,
    query: Record<string, string | number>,
    client = operation.operationId === 'listTokens' ? operator : manager,
  ): Promise<List> {
    const needed =
      operation.operationId === 'listAuditEvents' ? { subject: `member:${at.member.id}` } : {}
    const wish = Object.entries(query).map(([key, value]) => [key, String(value)])
    const search = new URLSearchParams({ ...needed, ...Object.fromEntries(wish) })
    return client.get<List>(`${operation.path.replace('{id}', at.member.id)}?${search.toString()}`)
  }
  const all = (operationId: string, query = {}) =>
    ask(listOf(operationId), { perPage: 100, ...query })
  return { at, manager, ask, all }
}

/** What only time and faults bring about: cases of this house, of the other, of none; some of them closed. */
const openCases = (inn: TestHouse) =>
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
async function placeOne(inn: TestHouse, at: Staged, front: TestClient, n: number): Promise<void> {
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
