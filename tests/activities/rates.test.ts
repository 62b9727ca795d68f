import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { markDay } from '../../activities/lodging/calendar-days.ts'
import { editBirthdayBenefit } from '../../activities/lodging/edit-birthday-benefit.ts'
import { editRates, previewRates, type RateWish } from '../../activities/lodging/edit-rates.ts'
import { placeOrder } from '../../activities/lodging/place-order.ts'
import { saveRateRules, withdrawRateRules } from '../../activities/lodging/rate-rules.ts'
import { undoRateEdit } from '../../activities/lodging/undo-rate-edit.ts'
import { findOrder } from '../../db/lodging/order-queries.ts'
import { quoteStays } from '../../db/lodging/quote-stays.ts'
import { pricedNights } from '../../db/lodging/rate-queries.ts'
import { findRateRules } from '../../db/lodging/rate-rule-queries.ts'
import { addDays } from '../../domain/lodging/local-date.ts'
import { weekdayOf } from '../../domain/lodging/night-rate.ts'
import type { RateRules } from '../../domain/lodging/rate-rules.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { unsound } from './support/sound.ts'

let inn: Inn
let twin: string
let suite: string
beforeAll(async () => {
  inn = await openInn()
  twin = await inn.roomType('twin')
  suite = await inn.roomType('suite')
}, 60_000)
afterAll(() => inn.stop())
afterEach(async () => expect(await unsound(inn)).toEqual([]))

/** What the nights of the twins cost, from a day so many days from now. */
const amounts = async (from: number, until: number, at?: Date) => {
  const question = { propertyId: PROPERTY, from: inn.day(from), until: inn.day(until) }
  const { types } = await pricedNights(inn.sql, {
    ...question,
    roomTypeIds: [twin],
    ...(at && { at }),
  })
  return types.flatMap(({ nights }) => nights.map((night) => night.amount))
}
const wish = (from: number, until: number, change: Partial<RateWish>): RateWish => ({
  propertyId: PROPERTY,
  roomTypeIds: [twin],
  fromNight: inn.day(from),
  untilNight: inn.day(until),
  change: 'set',
  ...change,
})
const edit = async (asked: RateWish) => {
  const { digest } = await previewRates(inn.sql, asked)
  return inn.does(inn.manager, editRates, { ...asked, digest })
}

describe('003-07 a range of nights is edited as previewed', () => {
  test('by an amount, by percent, off sale, back to the rules; undone in the order it was done', async () => {
    const before = await amounts(100, 102)
    const set = await edit(wish(100, 102, { value: 20_001 }))
    expect(await amounts(100, 102)).toEqual([20_001, 20_001, 20_001])
    const raised = await edit(wish(101, 102, { change: 'percent', value: 10 }))
    expect(await amounts(100, 102)).toEqual([20_001, 22_001, 22_001])
    const stopped = await edit(wish(102, 102, { change: 'stop' }))
    expect(await amounts(100, 102)).toEqual([20_001, 22_001, null])
    const cleared = await edit(wish(100, 102, { change: 'clear' }))
    expect(await amounts(100, 102)).toEqual(before)

    const undo = (editId: string | null) =>
      inn.does(inn.manager, undoRateEdit, { editId: String(editId) })
    await expect(undo(stopped.editId)).rejects.toMatchObject({ code: 'state_conflict' })
    await undo(cleared.editId)
    expect(await amounts(100, 102)).toEqual([20_001, 22_001, null])
    await undo(stopped.editId)
    await undo(raised.editId)
    await undo(set.editId)
    expect(await amounts(100, 102)).toEqual(before)
    await expect(undo(set.editId)).rejects.toMatchObject({ code: 'state_conflict' })
  })

  test('an edit elsewhere does not stand in the way of undoing', async () => {
    const one = await edit(wish(110, 110, { value: 1 }))
    await edit(wish(111, 111, { value: 2 }))
    await inn.does(inn.manager, undoRateEdit, { editId: String(one.editId) })
    expect((await amounts(111, 111))[0]).toBe(2)
  })

  test('the preview names each night with before and after, and what is sold; it changes nothing', async () => {
    const member = await inn.guest(100_000)
    await inn.book({ member, from: 120, count: 2 })
    const [first] = await amounts(120, 121)
    const { nights } = await previewRates(inn.sql, wish(120, 121, { change: 'plus', value: 500 }))
    expect(nights[0]).toEqual({
      roomTypeId: twin,
      night: inn.day(120),
      before: first,
      after: Number(first) + 500,
      sold: 2,
    })
    expect(nights[1]?.sold).toBe(0)
    expect((await amounts(120, 121))[0]).toBe(first)
  })

  test('a preview that is no longer true is refused, and nothing is written', async () => {
    const asked = wish(130, 131, { change: 'percent', value: 5 })
    const { digest } = await previewRates(inn.sql, asked)
    await edit(wish(131, 131, { value: 7_777 }))
    const before = await amounts(130, 131)
    await expect(inn.does(inn.manager, editRates, { ...asked, digest })).rejects.toMatchObject({
      code: 'digest_mismatch',
    })
    expect(await amounts(130, 131)).toEqual(before)
  })

  test('only the weekdays that were asked for', async () => {
    await edit(wish(140, 160, { weekdays: [2, 7], value: 5_555 }))
    const changed = (await amounts(140, 160)).flatMap((amount, index) =>
      amount === 5_555 ? [weekdayOf(inn.day(140 + index))] : [],
    )
    expect(new Set(changed)).toEqual(new Set([2, 7]))
    expect(changed).toHaveLength(6)
  })

  test.each<[string, () => RateWish, string]>([
    ['backwards', () => wish(20, 19, { value: 1 }), 'range_impossible'],
    ['of 401 nights', () => wish(20, 420, { value: 1 }), 'range_impossible'],
    [
      'of no type of the house',
      () => wish(20, 21, { value: 1, roomTypeIds: [PROPERTY] }),
      'not_found',
    ],
    ['to nothing', () => wish(20, 21, { change: 'percent', value: -100 }), 'rate_out_of_range'],
    [
      'below a point',
      () => wish(20, 21, { change: 'plus', value: -9_000_000 }),
      'rate_out_of_range',
    ],
    [
      'beyond the ceiling',
      () => wish(20, 21, { change: 'percent', value: 9_000_000 }),
      'rate_out_of_range',
    ],
    ['without saying by how much', () => wish(20, 21, { change: 'plus' }), 'validation_failed'],
    [
      'off sale by an amount',
      () => wish(20, 21, { change: 'stop', value: 3 }),
      'validation_failed',
    ],
  ])('%s is refused', async (_, asked, code) => {
    const before = await inn.value<number>('select count(*)::int from rates')
    await expect(edit(asked())).rejects.toMatchObject({ code })
    expect(await inn.value('select count(*)::int from rates')).toBe(before)
  })

  test('400 nights of every type are saved in about a second, and a night without a rate cannot be raised', async () => {
    const types = await inn.sql.rows<{ id: string }>(
      'select id from room_types where property_id = $1',
      [PROPERTY],
    )
    const all = { roomTypeIds: types.map(({ id }) => id) }
    const begun = performance.now()
    const { nights } = await edit(wish(30, 429, { ...all, value: 9_999 }))
    // A ceiling against a query per night, not a measurement: the machine may be busy.
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(nights).toBe(400 * types.length)
    const beyond = await previewRates(inn.sql, wish(500, 509, { change: 'percent', value: 10 }))
    expect(beyond).toMatchObject({ nights: [], unpriced: 10 })
  })
})

describe('W22 rules are published, at once or on a day', () => {
  const RULES: RateRules = {
    base: 15_000,
    weekdays: [],
    holidayEve: null,
    seasons: [],
    pricedUntil: null,
  }
  const save = async (
    changes: Partial<RateRules>,
    more: { publishOn?: string; version?: number } = {},
  ) => {
    const { version } = (await findRateRules(inn.sql, suite)) ?? { version: -1 }
    await inn.does(inn.manager, saveRateRules, {
      roomTypeId: suite,
      version,
      rules: { ...RULES, ...changes },
      ...more,
    })
  }
  const base = async (at?: Date) => {
    const { types } = await pricedNights(inn.sql, {
      propertyId: PROPERTY,
      roomTypeIds: [suite],
      from: inn.day(600),
      until: inn.day(600),
      ...(at && { at }),
    })
    return types[0]?.nights[0]?.amount
  }

  test('a later version takes over on its day by itself, and can be withdrawn before it', async () => {
    await save({ base: 31_000 })
    expect(await base()).toBe(31_000)
    await save({ base: 33_000 }, { publishOn: inn.day(10) })
    expect(await base()).toBe(31_000)
    expect(await base(inn.noon(10))).toBe(33_000)
    const { version, upcoming } = (await findRateRules(inn.sql, suite)) ?? {
      version: 0,
      upcoming: [],
    }
    expect(upcoming.map((one) => one.rules.base)).toEqual([33_000])
    const withdraw = () => inn.does(inn.manager, withdrawRateRules, { roomTypeId: suite, version })
    await withdraw()
    expect(await base(inn.noon(10))).toBe(31_000)
    await expect(withdraw()).rejects.toMatchObject({ code: 'state_conflict' })
  })

  test('what is in force cannot be withdrawn, a version that was overtaken is not saved over', async () => {
    const { version } = (await findRateRules(inn.sql, suite)) ?? { version: 0 }
    await save({ base: 32_000 })
    await expect(
      inn.does(inn.manager, withdrawRateRules, { roomTypeId: suite, version: version + 1 }),
    ).rejects.toMatchObject({ code: 'state_conflict' })
    await expect(save({ base: 1 }, { version })).rejects.toMatchObject({ code: 'version_mismatch' })
    await expect(save({ base: 0 })).rejects.toMatchObject({ code: 'rate_rules_unsound' })
    await expect(save({}, { publishOn: inn.day(-1) })).rejects.toMatchObject({
      code: 'validation_failed',
    })
    expect(await base()).toBe(32_000)
  })

  test('a day on which the house is closed is not sold, whatever it costs', async () => {
    const closed = { propertyId: PROPERTY, day: inn.day(24), kind: 'closed' as const }
    await inn.does(inn.manager, markDay, { ...closed, name: '全館清掃', nameEn: 'Deep clean' })
    const member = await inn.guest()
    await expect(inn.book({ member, from: 23, nights: 2 })).rejects.toMatchObject({
      code: 'night_not_sold',
      params: { night: inn.day(24) },
    })
    await inn.does(inn.manager, markDay, { ...closed, kind: 'national', name: '-', nameEn: '-' })
    await inn.book({ member, from: 23, nights: 2 })
  })
})

describe('003-15 the birthday benefit', () => {
  /** A member whose birthday is so many days from now. */
  const bornAround = async (inDays: number, points: number) => {
    const member = await inn.guest(points)
    const birthday = `1988${inn.day(inDays).slice(4)}`
    await inn.owner.query('update members set birth_date = $2 where id = $1', [member, birthday])
    return member
  }
  const nightsOf = async (orderId: string) =>
    ((await findOrder(inn.sql, orderId))?.stays ?? []).flatMap((stay) => stay.nights)

  test('comes off each room-night near the birthday by itself, as a line of its own, as it was quoted', async () => {
    const member = await bornAround(205, 500_000)
    const stay = { roomTypeId: twin, checkIn: inn.day(200), checkOut: inn.day(204) }
    const [quoted] = await quoteStays(inn.sql, {
      propertyId: PROPERTY,
      memberId: member,
      stays: [stay],
      at: inn.noon(0),
    })
    const { orderId } = await inn.does(
      inn.front,
      placeOrder,
      {
        propertyId: PROPERTY,
        memberId: member,
        channel: 'desk',
        stays: [{ ...stay, count: 2, guestsPerRoom: 1 }],
      },
      inn.noon(0),
    )
    const nights = await nightsOf(orderId)
    expect(nights).toEqual([...(quoted?.nights ?? []), ...(quoted?.nights ?? [])])
    expect(nights.slice(0, 4).map((night) => night.discount > 0)).toEqual([
      false,
      false,
      true,
      true,
    ])
    for (const night of nights.filter((one) => one.discount > 0)) {
      expect(night.amount).toBe(Math.floor((night.listRate * 95) / 100))
      expect(night.discountRule).toMatchObject({ kind: 'birthday', percent: 5, daysAround: 3 })
    }
  })

  test('is frozen: neither another birth date nor another setting changes what was sold', async () => {
    const member = await bornAround(210, 100_000)
    const order = await inn.book({ member, from: 210 })
    const sold = await nightsOf(order.orderId)
    await inn.owner.query("update members set birth_date = '1990-01-31' where id = $1", [member])
    await inn.does(inn.manager, editBirthdayBenefit, {
      propertyId: PROPERTY,
      version: 1,
      benefit: { percent: 50, daysAround: 180, basis: 'night', leapDay: 'feb_28', rounding: 'up' },
    })
    expect(await nightsOf(order.orderId)).toEqual(sold)
    expect(sold[0]?.discount).toBeGreaterThan(0)
    const later = await nightsOf((await inn.book({ member, from: 210 })).orderId)
    expect(later[0]?.discountRule).toMatchObject({ percent: 50, rounding: 'up' })
    await expect(
      inn.does(inn.manager, editBirthdayBenefit, {
        propertyId: PROPERTY,
        version: 1,
        benefit: { percent: 1, daysAround: 1, basis: 'night', leapDay: 'feb_28', rounding: 'up' },
      }),
    ).rejects.toMatchObject({ code: 'version_mismatch' })
  })

  test('an extension is judged by its arrival where the arrival decides', async () => {
    const benefit = { percent: 10, daysAround: 1, leapDay: 'feb_28', rounding: 'down' } as const
    const version = await inn.value<number>(
      'select version from birthday_benefits where property_id = $1',
      PROPERTY,
    )
    await inn.does(inn.manager, editBirthdayBenefit, {
      propertyId: PROPERTY,
      version,
      benefit: { ...benefit, basis: 'check_in' },
    })
    const member = await bornAround(220, 0)
    const more = { roomTypeId: twin, checkIn: inn.day(225), checkOut: inn.day(226) }
    const ask = async (arrival?: string) => {
      const stays = [{ ...more, ...(arrival && { arrival }) }]
      const asked = { propertyId: PROPERTY, memberId: member, stays, at: inn.noon(0) }
      return (await quoteStays(inn.sql, asked))[0]?.nights[0]?.discount
    }
    expect(await ask()).toBe(0)
    expect(await ask(inn.day(220))).toBeGreaterThan(0)
    expect(addDays(inn.day(220), 5)).toBe(more.checkIn)
  })

  test("nobody's benefit is told of a member of another issuer", async () => {
    const stays = [{ roomTypeId: twin, checkIn: inn.day(3), checkOut: inn.day(4) }]
    await expect(
      quoteStays(inn.sql, { propertyId: PROPERTY, memberId: PROPERTY, stays, at: inn.noon(0) }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
