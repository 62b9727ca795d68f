import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addDays } from '../../domain/lodging/local-date.ts'
import {
  type FixedHold,
  mostSeats,
  planSeats,
  type SeatedParty,
  type Seating,
  type SeatWish,
} from '../../domain/lodging/seating.ts'

const DAY = '2026-05-01'
const day = (n: number) => addDays(DAY, n)
type Span = { from: number; nights: number; fixed: boolean; shuffle: number }

/** A type with parties put into any room that is free: as seatings grow when guests come and go. */
function seatingOf(roomCount: number, spans: readonly Span[]): Seating {
  const roomIds = Array.from({ length: roomCount }, (_, n) => `r${n}`)
  const parties: SeatedParty[] = []
  const fixed: FixedHold[] = []
  for (const [index, span] of spans.entries()) {
    const hold = { from: day(span.from), until: day(span.from + span.nights) }
    const free = roomIds.filter((roomId) =>
      [...parties, ...fixed].every((other) => other.roomId !== roomId || !overlap(other, hold)),
    )
    const roomId = free[span.shuffle % Math.max(1, free.length)]
    if (roomId === undefined) continue
    if (span.fixed) fixed.push({ roomId, ...hold })
    else parties.push({ stayId: `s${index}`, roomId, guests: 1, ...hold })
  }
  return { rooms: roomIds.map((id) => ({ id, capacity: 2 })), parties, fixed }
}
type Dates = { from: string; until: string }
const overlap = (a: Dates, b: Dates) => a.from < b.until && b.from < a.until

const byCount = ({ rooms, parties, fixed }: Seating, { checkIn, checkOut }: SeatWish) => {
  const holds = [...parties, ...fixed]
  const held = Array.from({ length: 30 }, (_, n) => day(n))
    .filter((night) => night >= checkIn && night < checkOut)
    .map((night) => holds.filter((hold) => hold.from <= night && hold.until > night).length)
  return rooms.length - Math.max(0, ...held)
}

/** Nobody in two rooms, no room twice, what is fixed where it was. */
function expectSound(
  seating: Seating,
  wish: SeatWish,
  plan: NonNullable<ReturnType<typeof planSeats>>,
) {
  const parties = seating.parties.map((party) => ({
    ...party,
    roomId: plan.moves.find((move) => move.party.stayId === party.stayId)?.roomId ?? party.roomId,
  }))
  const wished = plan.roomIds.map((roomId) => ({
    roomId,
    from: wish.checkIn,
    until: wish.checkOut,
  }))
  const all = [...parties, ...seating.fixed, ...wished]
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1))
      expect(one.roomId === other.roomId && overlap(one, other)).toBe(false)
  expect(plan.roomIds).toHaveLength(wish.count)
}

/** Every way to put everybody somewhere: slow, and right. */
function existsSeating(seating: Seating, wish: SeatWish): boolean {
  const guests: Dates[] = [
    ...seating.parties,
    ...Array.from({ length: wish.count }, () => ({ from: wish.checkIn, until: wish.checkOut })),
  ]
  const put = (index: number, holds: FixedHold[]): boolean => {
    const guest = guests[index]
    if (!guest) return true
    return seating.rooms.some(
      ({ id: roomId }) =>
        holds.every((hold) => hold.roomId !== roomId || !overlap(hold, guest)) &&
        put(index + 1, [...holds, { roomId, from: guest.from, until: guest.until }]),
    )
  }
  return put(0, [...seating.fixed])
}

const span = (fixed: fc.Arbitrary<boolean>) =>
  fc.record({
    from: fc.integer({ min: 0, max: 14 }),
    nights: fc.integer({ min: 1, max: 6 }),
    fixed,
    shuffle: fc.nat(20),
  })
const wishes = fc.record({
  from: fc.integer({ min: 0, max: 14 }),
  nights: fc.integer({ min: 1, max: 6 }),
  count: fc.integer({ min: 1, max: 3 }),
})
const asWish = ({
  from,
  nights,
  count,
}: {
  from: number
  nights: number
  count: number
}): SeatWish => ({
  checkIn: day(from),
  checkOut: day(from + nights),
  count,
  guests: 1,
})

describe('B-21 seats of a type', () => {
  test('without pins or blocks nothing that fits by count is refused, however it was seated', () => {
    const spans = fc.array(span(fc.constant(false)), { maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), spans, wishes, (rooms, parties, asked) => {
        const [seating, wish] = [seatingOf(rooms, parties), asWish(asked)]
        const plan = planSeats(seating, wish)
        expect(plan !== null).toBe(byCount(seating, wish) >= wish.count)
        if (plan) expectSound(seating, wish, plan)
      }),
      { numRuns: 300 },
    )
  })

  test('with pins and blocks it finds a seating whenever there is one', () => {
    const spans = fc.array(span(fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), spans, wishes, (rooms, parties, asked) => {
        const [seating, wish] = [seatingOf(rooms, parties), asWish(asked)]
        const plan = planSeats(seating, wish)
        expect(plan !== null).toBe(existsSeating(seating, wish))
        if (plan) expectSound(seating, wish, plan)
      }),
      { numRuns: 300 },
    )
  })

  test('who need not move stays: two short stays in two rooms, and a long one asks', () => {
    const party = (stayId: string, roomId: string, from: number) => ({
      stayId,
      roomId,
      guests: 1,
      from: day(from),
      until: day(from + 1),
    })
    const seating = {
      rooms: ['a', 'b', 'c'].map((id) => ({ id, capacity: 2 })),
      parties: [party('one', 'a', 0), party('two', 'b', 1), party('far', 'c', 9)],
      fixed: [{ roomId: 'c', from: day(0), until: day(2) }],
    }
    const plan = planSeats(seating, { checkIn: day(0), checkOut: day(2), count: 1, guests: 1 })
    expect(plan?.moves).toHaveLength(1)
    expect(plan?.moves[0]?.party.stayId).not.toBe('far')
  })

  test('a large party gets a large room: the small one in it moves to a small room', () => {
    const seating = {
      rooms: [
        { id: 'small', capacity: 2 },
        { id: 'large', capacity: 4 },
      ],
      parties: [{ stayId: 'couple', roomId: 'large', guests: 2, from: day(0), until: day(2) }],
      fixed: [],
    }
    const wish = { checkIn: day(1), checkOut: day(3), count: 1 }
    expect(planSeats(seating, { ...wish, guests: 4 })?.moves[0]?.roomId).toBe('small')
    expect(planSeats(seating, { ...wish, guests: 5 })).toBeNull()
  })

  test('the search is bounded: a house of pins is answered at once', () => {
    const spans = Array.from({ length: 4_000 }, (_, n) => ({
      from: n % 25,
      nights: 1 + (n % 5),
      fixed: n % 3 === 0,
      shuffle: n * 7,
    }))
    const seating = seatingOf(60, spans)
    const wish = { checkIn: day(3), checkOut: day(20), guests: 1 }
    const begun = Date.now()
    expect(
      mostSeats(seating, wish, 0, Math.max(0, byCount(seating, { ...wish, count: 1 }))),
    ).toBeGreaterThanOrEqual(0)
    expect(Date.now() - begun).toBeLessThan(20_000)
  })
})
