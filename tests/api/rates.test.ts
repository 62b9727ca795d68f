import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../domain/platform/errors.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { stateOfBooks } from './support/owner.ts'
import { expectProblem } from './support/problem.ts'
import { addDays } from './support/staged.ts'

let inn: TestHouse
let front: TestClient
let manager: TestClient
let today: string
let types: Record<string, string>
beforeAll(async () => {
  inn = await startHouse()
  front = await inn.as('front')
  manager = await inn.as('manager')
  today = (await front.get('/v1/properties')).data[0].businessDate
  const found = (await front.get(`/v1/room-types?propertyId=${inn.property}`)).data
  types = Object.fromEntries(
    found.map((type: { code: string; id: string }) => [type.code, type.id]),
  )
}, 60_000)
afterAll(() => inn.stop())

const calendar = (from: number, until: number) =>
  front.get(
    `/v1/availability-calendar?propertyId=${inn.property}&fromNight=${addDays(today, from)}&untilNight=${addDays(today, until)}`,
  )
type Night = {
  night: string
  free: number
  sold: number
  blocked: number
  amount: number
  whyNot: string | null
}
const nightsOf = async (code: string, from: number, until: number): Promise<Night[]> =>
  (await calendar(from, until)).roomTypes.find((type: { code: string }) => type.code === code)
    .nights

describe('003-18 the availability calendar', () => {
  test('counts what is sold and blocked each night, and says why a night is not for sale', async () => {
    const member = (await front.get('/v1/members?q=M1001')).data[0]
    const stay = { roomTypeId: types['twin'], count: 2, guestsPerRoom: 1 }
    await front.post('/v1/orders', {
      propertyId: inn.property,
      memberId: member.id,
      stays: [{ ...stay, checkIn: addDays(today, 5), checkOut: addDays(today, 6) }],
    })
    await manager.post(`/v1/properties/${inn.property}/calendar-days`, {
      day: addDays(today, 7),
      kind: 'closed',
      name: '休館日',
      nameEn: 'Closed',
    })
    const [before, sold, after, closed] = await nightsOf('twin', 4, 7)
    expect(before).toMatchObject({ sold: 0, free: 5, whyNot: null })
    expect(sold).toMatchObject({ sold: 2, free: 3, whyNot: null })
    expect(after).toMatchObject({ sold: 0, free: 5, whyNot: null })
    expect(closed).toMatchObject({ free: 5, amount: null, whyNot: 'closed' })
    const [yesterday] = await nightsOf('twin', -1, -1)
    expect(yesterday?.whyNot).toBe('past')
    expect((await nightsOf('twin', 450, 450))[0]).toMatchObject({ amount: null, whyNot: 'no_rate' })
  })

  test('003-16 a sold-out night says so', async () => {
    const member = (await front.get('/v1/members?q=M1002')).data[0]
    const stay = { roomTypeId: types['suite'], count: 2, guestsPerRoom: 1 }
    await front.post('/v1/orders', {
      propertyId: inn.property,
      memberId: member.id,
      stays: [{ ...stay, checkIn: addDays(today, 12), checkOut: addDays(today, 13) }],
    })
    expect((await nightsOf('suite', 12, 12))[0]).toMatchObject({ free: 0, whyNot: 'sold_out' })
  })

  test('backwards or 401 nights are refused', async () => {
    for (const [from, until] of [
      [3, 2],
      [0, 400],
    ] as const) {
      const query = `propertyId=${inn.property}&fromNight=${addDays(today, from)}&untilNight=${addDays(today, until)}`
      const answer = await front.request('GET', `/v1/availability-calendar?${query}`)
      expectProblem(answer, { code: 'range_impossible' })
    }
  })
})

describe('003-08 a quote', () => {
  const ask = (client: TestClient, stays: string, more = '') =>
    client.request('GET', `/v1/quotes?propertyId=${inn.property}&stays=${stays}${more}`)
  const cart = (code: string, from: number, until: number, count: number) =>
    `${types[code]}:${addDays(today, from)}:${addDays(today, until)}:${count}`

  test('is what the order then costs, night by night; a cart of two stays is one sum', async () => {
    const member = (await front.get('/v1/members?q=M1001')).data[0]
    const stays = `${cart('single', 20, 22, 2)},${cart('twin', 21, 22, 1)}`
    const { body: quote } = await ask(front, stays, `&memberId=${member.id}`)
    const order = await front.post('/v1/orders', {
      propertyId: inn.property,
      memberId: member.id,
      stays: quote.stays.map(
        ({ roomTypeId, checkIn, checkOut, count }: Record<string, unknown>) => ({
          roomTypeId,
          checkIn,
          checkOut,
          count,
          guestsPerRoom: 1,
        }),
      ),
    })
    expect(order.total).toBe(quote.amount)
    const twin = order.stays.find(
      (stay: { roomTypeId: string }) => stay.roomTypeId === types['twin'],
    )
    expect(twin.nights).toEqual(quote.stays[1].nights)
    expect(quote.sellable).toBe(true)
  })

  test('of a night without a rate has no sum and says so', async () => {
    const { body } = await ask(front, cart('twin', 450, 451, 1))
    expect(body).toMatchObject({ list: null, amount: null, sellable: false })
    expect(body.stays[0].nights[0]).toMatchObject({ amount: null, rule: { kind: 'none' } })
  })

  test("a member asks for his own, never with another's birthday", async () => {
    const member = await inn.as('M1001')
    const [own, other] = await Promise.all(
      ['M1001', 'M1002'].map(
        async (number) => (await front.get(`/v1/members?q=${number}`)).data[0],
      ),
    )
    const stays = cart('twin', 20, 21, 1)
    expect((await ask(member, stays, `&memberId=${own.id}`)).status).toBe(200)
    expectProblem(await ask(member, stays, `&memberId=${other.id}`), { code: 'not_found' })
  })

  test.each<[string, () => string, ErrorCode]>([
    ['nothing', () => '', 'validation_failed'],
    ['no cart', () => 'twin', 'validation_failed'],
    ['no room', () => cart('twin', 20, 21, 0), 'limit_exceeded'],
    ['31 rooms', () => cart('twin', 20, 21, 31), 'limit_exceeded'],
    ['backwards', () => cart('twin', 21, 20, 1), 'dates_impossible'],
    [
      'a day that is none',
      () =>
        `${types['twin']}:${Number(today.slice(0, 4)) + 1}-02-31:${Number(today.slice(0, 4)) + 1}-03-05:1`,
      'dates_impossible',
    ],
    [
      'a type nobody has',
      () => cart('twin', 20, 21, 1).replace(String(types['twin']), inn.property),
      'not_found',
    ],
  ])('of %s is refused', async (_, stays, code) => {
    expectProblem(await ask(front, stays()), { code })
  })
})

describe('003-07 rules that cannot be are refused by field, and nothing is written', () => {
  test.each([
    [
      'a season backwards',
      {
        seasons: [
          { name: '春', nameEn: 'Spring', from: '2027-04-02', until: '2027-04-01', base: 9_000 },
        ],
      },
      '/seasons/0/until',
    ],
    [
      'a weekday that costs nothing',
      { weekdays: [{ weekday: 1, surcharge: { kind: 'percent', value: -100 } }] },
      '/weekdays/0/surcharge',
    ],
    [
      'a weekday twice',
      { weekdays: [1, 1].map((weekday) => ({ weekday, surcharge: { kind: 'plus', value: 1 } })) },
      '/weekdays/1',
    ],
  ])('%s', async (_, changes, pointer) => {
    const before = await stateOfBooks(inn)
    for (const language of ['ja', 'en'] as const) {
      const answer = await manager.request('PUT', `/v1/room-types/${types['twin']}/rate-rules`, {
        body: { base: 10_000, ...changes },
        version: 1,
        headers: { 'Accept-Language': language },
      })
      const { errors } = expectProblem(answer, {
        code: 'rate_rules_unsound',
        status: 422,
        language,
      })
      expect(errors?.map((error) => error.pointer)).toContain(pointer)
    }
    expect(await stateOfBooks(inn)).toEqual(before)
  })
})
