import { describe, expect, test } from '@jest/globals'
import { COUNTRIES as ON_SCREEN } from '../../admin-ui/src/lodging/arrival/countries.ts'
import { COUNTRIES } from '../../domain/lodging/countries.ts'
import {
  beginningOf,
  type GuestEntry,
  guestEntry,
  guestFaults,
  masked,
  registerFaults,
  retainUntil,
} from '../../domain/lodging/guest-register.ts'
import { areTimesPossible, correctionActions } from '../../domain/lodging/stay-corrections.ts'

const guest = (more: Partial<GuestEntry> = {}): GuestEntry => ({
  name: '見本 髙子',
  address: '東京都千代田区見本町1-2-3',
  occupation: '会社員',
  contact: null,
  nationality: 'JP',
  livesInJapan: true,
  passportNumber: null,
  representative: true,
  ...more,
})
const faults = (more: Partial<GuestEntry>, licence: 'home_sharing' | 'inn' = 'home_sharing') =>
  guestFaults(guest(more), licence).map(({ field, code }) => `${field} ${code}`)

describe('B-10 what the guest register asks', () => {
  test.each([
    ['home sharing asks what the guest does', {}, 'home_sharing', []],
    [
      'and not how to reach him',
      { contact: '03-0000-0000' },
      'home_sharing',
      ['contact not_collected'],
    ],
    ['an inn asks how to reach him', {}, 'inn', ['contact missing', 'occupation not_collected']],
    ['an inn, complete', { occupation: null, contact: 'a@example.com' }, 'inn', []],
    [
      'nothing at all',
      { name: '', address: '', occupation: null },
      'home_sharing',
      ['name missing', 'address missing', 'occupation missing'],
    ],
    [
      'a foreigner living abroad shows his passport',
      { nationality: 'FR', livesInJapan: false },
      'home_sharing',
      ['passportNumber missing'],
    ],
    [
      'and it is written down',
      { nationality: 'FR', livesInJapan: false, passportNumber: '12AB34567' },
      'home_sharing',
      [],
    ],
    [
      'a passport of somebody living in Japan is not',
      { nationality: 'FR', passportNumber: '12AB34567' },
      'home_sharing',
      ['passportNumber not_collected'],
    ],
    [
      'nor of a Japanese living abroad',
      { livesInJapan: false, passportNumber: 'TK1234567' },
      'home_sharing',
      ['passportNumber not_collected'],
    ],
    ['a country there is', { nationality: 'XX' }, 'home_sharing', ['nationality no_country']],
  ] as const)('%s', (_, more, licence, expected) => {
    expect(faults(more, licence)).toEqual(expected)
  })

  test('one representative, and each fault points to its guest', () => {
    const pointers = registerFaults(
      [guest(), guest({ address: '' })],
      'home_sharing',
      '/rooms/1/guests',
    ).map(({ pointer, code }) => `${pointer} ${code}`)
    expect(pointers).toEqual([
      '/rooms/1/guests/1/address missing',
      '/rooms/1/guests one_representative',
    ])
  })

  test('a copy takes what is not said anew, and leaves what this licence does not ask', () => {
    const earlier = guest({ occupation: '作家', representative: false })
    const input = { representative: true, contact: '03-0000-0000', passportNumber: ' ab 123 45 ' }
    expect(guestEntry(input, earlier, 'inn')).toEqual(
      guest({ occupation: null, contact: '03-0000-0000', passportNumber: 'AB12345' }),
    )
  })

  test('kept three years, a leap day until 1 March; the last four and the beginning are shown', () => {
    expect(retainUntil('2026-11-24')).toBe('2029-11-24')
    expect(retainUntil('2028-02-29')).toBe('2031-03-01')
    expect(masked('TK1234567')).toBe('…4567')
    expect(beginningOf('𠮷野町1-2-3-4')).toBe('𠮷野町1-2…')
    expect(beginningOf('港区')).toBe('港区…')
  })

  test('the screen offers the countries the house knows', () => {
    expect(ON_SCREEN).toEqual(COUNTRIES)
    expect(new Set(COUNTRIES).size).toBe(249)
  })
})

describe('decision 9: what may be put right', () => {
  const stay = { checkOut: '2026-05-03', businessDate: '2026-05-03', earned: false }
  test.each([
    ['in_house', ['undo_check_in', 'correct_times']],
    ['departed', ['undo_check_out', 'correct_times']],
    ['confirmed', []],
    ['cancelled', []],
  ] as const)('of a stay that is %s', (status, expected) => {
    expect(correctionActions({ ...stay, status })).toEqual(expected)
  })

  test('a check-in whose night was earned stays', () => {
    const slept = { ...stay, earned: true, status: 'in_house' } as const
    expect(correctionActions(slept)).toEqual(['correct_times'])
  })

  test('the day after departure only the time', () => {
    const late = { ...stay, businessDate: '2026-05-04', status: 'departed' } as const
    expect(correctionActions(late)).toEqual(['correct_times'])
  })

  test.each([
    ['in after the order', '10:00', null, true],
    ['in before the order', '08:59', null, false],
    ['in in the future', '12:01', null, false],
    ['out after in', '10:00', '11:00', true],
    ['out with in', '10:00', '10:00', false],
    ['out in the future', '10:00', '12:01', false],
  ])('%s', (_, checkedIn, checkedOut, expected) => {
    const at = (time: string) => new Date(`2026-05-01T${time}:00Z`)
    const times = { placedAt: at('09:00'), now: at('12:00'), checkedInAt: at(checkedIn) }
    expect(areTimesPossible({ ...times, checkedOutAt: checkedOut ? at(checkedOut) : null })).toBe(
      expected,
    )
  })
})
