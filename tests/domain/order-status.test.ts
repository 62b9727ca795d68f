import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  isOpen,
  LINE_STATUSES,
  type LineStatus,
  orderStatus,
} from '../../domain/lodging/order-status.ts'

const of = (...statuses: LineStatus[]) => orderStatus(statuses.map((status) => ({ status })))
const anyLines = fc.array(fc.constantFrom(...LINE_STATUSES), { minLength: 1, maxLength: 30 })

test.each<[LineStatus[], LineStatus]>([
  [['confirmed'], 'confirmed'],
  [['confirmed', 'cancelled'], 'confirmed'],
  [['in_house', 'confirmed', 'pending', 'departed'], 'in_house'],
  [['pending', 'confirmed'], 'pending'],
  [['departed', 'confirmed'], 'confirmed'],
  [['departed', 'cancelled', 'no_show'], 'departed'],
  [['no_show', 'cancelled'], 'no_show'],
  [['cancelled', 'expired'], 'cancelled'],
  [['expired', 'expired'], 'expired'],
])('003-20 an order of %j is %s', (lines, status) => {
  expect(of(...lines)).toBe(status)
})

test('order state = f(line states): the order and the number of lines do not matter', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const status = of(...lines)
      expect(lines).toContain(status)
      expect(of(...lines.toReversed())).toBe(status)
      expect(of(...lines, ...lines)).toBe(status)
    }),
  )
})

test('an order is open exactly while one of its lines holds a room', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      expect(isOpen(of(...lines))).toBe(lines.some(isOpen))
    }),
  )
})

test('an order without lines is a fault of ours', () => {
  expect(() => of()).toThrow('at least one line')
})
