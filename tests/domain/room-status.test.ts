import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  ROOM_STATUSES,
  type RoomFacts,
  type RoomStatus,
  roomStatus,
} from '../../domain/lodging/room-status.ts'

const clear: RoomFacts = { occupied: false, block: null, cleaning: false, reserved: false }

test.each<[Partial<RoomFacts>, RoomStatus]>([
  [{}, 'available'],
  [{ reserved: true }, 'reserved'],
  [{ occupied: true }, 'occupied'],
  [{ cleaning: true }, 'cleaning'],
  [{ block: 'maintenance' }, 'maintenance'],
  [{ block: 'unavailable' }, 'unavailable'],
  [{ occupied: true, cleaning: true, block: 'maintenance', reserved: true }, 'occupied'],
  [{ cleaning: true, block: 'unavailable', reserved: true }, 'unavailable'],
  [{ cleaning: true, reserved: true }, 'cleaning'],
])('003-03 %j is %s', (facts, status) => {
  expect(roomStatus({ ...clear, ...facts })).toBe(status)
})

const anyFacts = fc.record({
  occupied: fc.boolean(),
  block: fc.constantFrom('maintenance' as const, 'unavailable' as const, null),
  cleaning: fc.boolean(),
  reserved: fc.boolean(),
})

test('003-03 a room is always in one of the six, and free only when nothing speaks against it', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const status = roomStatus(facts)
      expect(ROOM_STATUSES).toContain(status)
      const nothing = !facts.occupied && !facts.block && !facts.cleaning && !facts.reserved
      expect(status === 'available').toBe(nothing)
    }),
  )
})

test('reading 4: an approved cancellation never makes a room free that is cleaned, blocked or taken', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const freed = roomStatus({ ...facts, reserved: false })
      expect(freed === 'available').toBe(!facts.occupied && !facts.block && !facts.cleaning)
    }),
  )
})
