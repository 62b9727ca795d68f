import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { missingFields, type Mutation, unknownFields, wrongValues } from './support/bad-values.ts'
import { OPERATIONS, type Operation, takesJson } from './support/operations.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addressOf, optionsOf, type Sample, samples } from './support/requests.ts'
import { stage } from './support/staged.ts'

const COMMANDS = OPERATIONS.filter(takesJson)
const AT_A_TIME = 8

let inn: TestHouse
let requests: Readonly<Record<string, Sample>>
const clients = new Map<string, TestClient>()

beforeAll(async () => {
  inn = await startHouse()
  requests = samples(inn, await stage(inn))
  for (const login of ['front', 'manager', 'operator', 'M1001'])
    clients.set(login, await inn.as(login))
}, 60_000)
afterAll(() => inn.stop())

const sampleOf = ({ operationId }: Operation) => {
  const sample = requests[operationId]
  if (!sample) throw new Error(`no sample of ${operationId}`)
  return sample
}

async function send(operation: Operation, body: unknown, language: 'ja' | 'en' = 'ja') {
  const sample = sampleOf(operation)
  return (clients.get(sample.as) as TestClient).request(
    operation.method.toUpperCase(),
    addressOf(operation.path, sample),
    { ...optionsOf(sample), body, headers: { 'Accept-Language': language } },
  )
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    }),
  )
}

/** Refused as validation_failed, naming the field; in Japanese and English by turns. */
async function refuses(operation: Operation, mutations: readonly Mutation[]): Promise<void> {
  const wrong: unknown[] = []
  const numbered = mutations.map((mutation, index) => ({ ...mutation, index }))
  await inTurns(numbered, async ({ pointer, body, index }) => {
    const language = index % 2 === 0 ? 'ja' : 'en'
    const answer = await send(operation, body, language)
    const tried = JSON.stringify(body).slice(0, 300)
    if (answer.status !== 422) {
      wrong.push({ pointer, tried, status: answer.status, answer: answer.body })
      return
    }
    const { code, errors = [] } = expectProblem(answer, { language, about: tried })
    const named = errors.some(
      (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
    )
    if (code !== 'validation_failed' || !named) wrong.push({ pointer, tried, code, errors })
  })
  expect(wrong).toEqual([])
}

/** What may be absent, as a person at the desk would say it. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  placeOrder: ['channel'],
  setRates: ['weekdays'],
  editRates: ['weekdays', 'value'],
  saveRateRules: ['weekdays', 'holidayEve', 'seasons', 'pricedUntil', 'publishOn'],
  registerMember: ['email'],
  editMember: ['name', 'kana', 'phone', 'email', 'birthDate', 'identity', 'reason'],
  editRoom: ['number', 'floor'],
  editRoomType: ['name', 'nameEn', 'capacity'],
  moveStay: ['reason'],
  swapStays: ['reason'],
  pinStay: ['reason'],
  unpinStay: ['reason'],
  correctTimes: ['checkedInAt'],
  editGuest: ['address'],
  requestCleaning: ['note'],
  assignRooms: ['staffId'],
  approve: ['reason'],
  issueToken: ['validDays'],
}

describe.each(COMMANDS.map((operation) => [operation.operationId, operation] as const))(
  'B-16 B-18 bad fields of %s',
  (operationId, operation) => {
    test(`${operationId}: refused one by one, by name, in both languages, and the books stay as they were`, async () => {
      const before = await stateOfBooks(inn)
      const good = sampleOf(operation).body as object
      await refuses(operation, wrongValues(good))
      await refuses(operation, missingFields(good, OPTIONAL[operationId] ?? []))
      await refuses(operation, unknownFields(good))
      expect(await stateOfBooks(inn)).toEqual(before)
    }, 60_000)
  },
)

describe('the good requests they were made from', () => {
  test.each(COMMANDS.map((operation) => [operation.operationId, operation] as const))(
    '%s is done',
    async (_operationId, operation) => {
      const answer = await send(operation, sampleOf(operation).body)
      expect({ status: answer.status, body: answer.body }).toMatchObject({
        status: sampleOf(operation).answers,
      })
    },
  )
})
