import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startHouse, type TestHouse } from '../support/house.ts'
import type { Operation } from './support/operations.ts'
import {
  type FullHouse,
  fillLists,
  idsOf,
  LISTS,
  listsWith,
  type Row,
} from './support/full-lists.ts'

const named = (lists: readonly Operation[]) => lists.map((one) => [one.operationId, one] as const)

let inn: TestHouse
let house: FullHouse
beforeAll(async () => {
  inn = await startHouse()
  house = await fillLists(inn)
}, 60_000)
afterAll(() => inn.stop())

describe.each(named(LISTS))('%s', (_operationId, operation) => {
  const sorts = operation.parameters.find(({ name }) => name === 'sort')?.schema['enum'] as string[]

  test.each(sorts.map((sort) => [sort]))(
    '004-18: by %s: pages neither overlap nor leave out, the total stays, and the other way round is the reverse',
    async (sort) => {
      const whole = await house.ask(operation, { sort, perPage: 100 })
      expect(whole.page).toEqual({ number: 1, size: 100, total: whole.data.length })
      const paged: Row[] = []
      for (let page = 1; page <= Math.ceil(whole.data.length / 7) + 1; page += 1) {
        const list = await house.ask(operation, { sort, perPage: 7, page })
        expect(list.page).toEqual({ number: page, size: 7, total: whole.page.total })
        paged.push(...list.data)
      }
      expect(idsOf(paged)).toEqual(idsOf(whole.data))
      expect(new Set(idsOf(paged)).size).toBe(paged.length)
      const opposite = sort.startsWith('-') ? sort.slice(1) : `-${sort}`
      const reversed = await house.ask(operation, { sort: opposite, perPage: 100 })
      expect(idsOf(reversed.data)).toEqual(idsOf(whole.data).toReversed())
    },
  )

  test('004-18: is really sorted by the field it says', async () => {
    for (const sort of sorts.filter((one) => !one.startsWith('-'))) {
      const { data } = await house.ask(operation, { sort, perPage: 100 })
      const values = data.map((row) => row[sort])
      expect(values).not.toContain(undefined)
      const inOrder = values.every(
        (value, index) => index === 0 || compare(values[index - 1], value) <= 0,
      )
      expect({ sort, values, inOrder }).toEqual({ sort, values, inOrder: true })
    }
  })

  test('004-18: has something to show', async () => {
    expect((await house.ask(operation, {})).page.total).toBeGreaterThan(1)
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
    const whole = idsOf((await house.ask(operation, { perPage: 100 })).data)
    const some = whole.filter((_, index) => index % 2 === 0)
    const list = await house.ask(operation, {
      ids: [...some, '00000000-0000-7000-8000-999999999999'].join(','),
      perPage: 100,
    })
    expect(idsOf(list.data)).toEqual(some)
    expect(list.page.total).toBe(some.length)
    expect((await house.ask(operation, { ids: inn.otherProperty })).page.total).toBe(0)
  },
)

test('003-13: the running balance of a member ends at the balance', async () => {
  const { data } = await house.all('listPointEntries', { sort: 'at' })
  let balance = 0
  for (const entry of data) expect(entry['balanceAfter']).toBe((balance += Number(entry['amount'])))
  expect((await house.manager.get(`/v1/members/${house.at.member.id}`)).balance).toBe(balance)
})
