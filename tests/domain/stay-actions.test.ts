import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { roomActions, stayActions } from '../../domain/lodging/stay-actions.ts'

describe('003-25 what a stay offers', () => {
  const stay = {
    status: 'confirmed',
    checkIn: '2026-05-10',
    checkOut: '2026-05-12',
    businessDate: '2026-05-10',
    openRequestId: null,
    openRequestApproved: false,
    pinned: false,
  } as const

  test.each([
    ['the evening before', { businessDate: '2026-05-09' }, ['cancel', 'extend', 'move', 'pin']],
    ['on the day of arrival', {}, ['check_in', 'cancel', 'extend', 'move', 'pin']],
    ['a day late', { businessDate: '2026-05-11' }, ['check_in', 'cancel', 'extend', 'move', 'pin']],
    ['on the day of departure', { businessDate: '2026-05-12' }, ['cancel']],
    ['while a cancellation is asked for', { openRequestId: 'r' }, ['check_in', 'pin']],
    ['once it is approved', { openRequestId: 'r', openRequestApproved: true }, ['pin']],
    [
      'in the house',
      { status: 'in_house' as const },
      ['check_out', 'depart_early', 'extend', 'move', 'pin'],
    ],
    ['not yet paid', { status: 'pending' as const }, ['cancel', 'move', 'pin']],
    ['pinned to its room', { pinned: true }, ['check_in', 'cancel', 'extend', 'unpin']],
  ])('%s: %j', (_, facts, actions) => {
    expect(stayActions({ ...stay, ...facts })).toEqual(actions)
  })

  test('what is over offers nothing', () => {
    const over = LINE_STATUSES.filter((status) => stayActions({ ...stay, status }).length === 0)
    expect(over).toEqual(['departed', 'expired', 'cancelled', 'no_show'])
  })
})

describe('003-05 what a room offers', () => {
  const anyRoom = fc.record({
    occupied: fc.boolean(),
    cleaning: fc.boolean(),
    toInspect: fc.boolean(),
    blocked: fc.boolean(),
    arrivalReady: fc.boolean(),
    retired: fc.boolean(),
  })

  test('nobody is let into a room that is occupied, uncleaned or blocked', () => {
    fc.assert(
      fc.property(anyRoom, (room) => {
        const free = !room.occupied && !room.cleaning && !room.blocked
        expect(roomActions(room).includes('check_in')).toBe(room.arrivalReady && free)
      }),
    )
  })

  test('a room is blocked or released, never both; a retired one is not blocked again', () => {
    fc.assert(
      fc.property(anyRoom, (room) => {
        const actions = roomActions(room)
        expect(actions.includes('release')).toBe(room.blocked)
        expect(actions.includes('block')).toBe(!room.blocked && !room.retired)
        // What waits for its inspection is finished already.
        expect(actions.includes('finish_cleaning')).toBe(room.cleaning && !room.toInspect)
        expect(actions.includes('check_out')).toBe(room.occupied)
      }),
    )
  })
})
