import { describe, expect, test } from '@jest/globals'
import { nextBlockStep } from '../../domain/lodging/block-life.ts'
import { assertCapacityFits, guestsByArea } from '../../domain/lodging/room-area.ts'
import { roomRecordActions } from '../../domain/lodging/room-record-actions.ts'

describe('003-01 the floor area', () => {
  test.each([
    [3.3, 1],
    [6.59, 1],
    [6.6, 2],
    [9.9, 3],
    [23.1, 7],
    [33, 10],
  ])('%d square metres are room for %d', (area, guests) => {
    expect(guestsByArea(area)).toBe(guests)
    expect(() => assertCapacityFits({ areaM2: area, capacity: guests })).not.toThrow()
    expect(() => assertCapacityFits({ areaM2: area, capacity: guests + 1 })).toThrow(
      expect.objectContaining({
        code: 'capacity_beyond_area',
        params: { area, capacity: guests },
      }),
    )
  })

  test('says nothing where it, or a capacity of its own, is not known', () => {
    for (const room of [{ areaM2: null, capacity: 50 }, { areaM2: 4, capacity: null }, {}])
      expect(() => assertCapacityFits(room)).not.toThrow()
  })
})

describe('003-05 what a room allows', () => {
  const idle = { occupied: false, cleaning: false, blocked: false, retired: false }

  test('a retired one only comes back; one with a guest inside is not retired', () => {
    expect(roomRecordActions({ ...idle, retired: true })).toEqual(['unretire'])
    expect(roomRecordActions({ ...idle, occupied: true })).toEqual(['edit', 'check_out', 'block'])
    expect(roomRecordActions({ ...idle, blocked: true })).toEqual(['edit', 'release', 'retire'])
  })
})

describe('003-05 a block', () => {
  const block = { releasedAt: null, warnAt: '2026-05-01', warnedAt: null, releaseAt: '2026-05-02' }

  test('warns, then ends; too short to be warned of it just ends; released it is over', () => {
    expect(nextBlockStep(block)).toEqual({ kind: 'at', at: block.warnAt, step: 'warn' })
    const end = { kind: 'at', at: block.releaseAt, step: 'end' }
    expect(nextBlockStep({ ...block, warnedAt: block.warnAt })).toEqual(end)
    expect(nextBlockStep({ ...block, warnAt: null })).toEqual(end)
    expect(nextBlockStep({ ...block, releasedAt: block.warnAt })).toMatchObject({ kind: 'ended' })
  })
})
