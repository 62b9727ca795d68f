import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  checkedIdentity,
  IDENTITY_TYPES,
  type IdentityType,
  maskedNumber,
  visibleTail,
} from '../../domain/members/identity-document.ts'
import { isMyNumber } from '../../domain/members/my-number.ts'

/** Published as an example of the check digit, and nobody's own. */
const EXAMPLE = '123456789018'
const codeOf = (type: IdentityType, number: string) => {
  try {
    return checkedIdentity({ type, number }).number
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('003-10 a personal number is not written down', () => {
  test.each([
    EXAMPLE,
    '１２３４５６７８９０１８',
    '1234-5678-9018',
    '1234 5678 9018',
    '1234ー5678－9018',
  ])('written as %s it is refused, whatever it is called', (number) => {
    for (const type of IDENTITY_TYPES)
      expect(codeOf(type, number)).toBe(type === 'driving_licence' ? EXAMPLE : 'my_number_refused')
  })

  test('the check digit is the ordinance’s: 0 where the remainder is 0 or 1', () => {
    expect(isMyNumber(EXAMPLE)).toBe(true)
    // Sum 0: remainder 0. Sum 12 (last weight 2, digit 6): remainder 1.
    expect(isMyNumber('000000000000')).toBe(true)
    expect(isMyNumber('000000000060')).toBe(true)
    expect(isMyNumber('000000000061')).toBe(false)
    expect(isMyNumber('12345678901')).toBe(false)
  })

  test('each eleven digits have exactly one check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (digits) => {
        const fits = Array.from({ length: 10 }, (_, last) => isMyNumber(`${digits}${last}`))
        expect(fits.filter(Boolean)).toHaveLength(1)
      }),
    )
  })
})

describe('003-10 the number belongs to the kind of document', () => {
  test.each([
    ['passport', 'tz1234567', 'TZ1234567'],
    ['passport', 'ＴＺ １２３４５６７', 'TZ1234567'],
    ['passport', 'C01X00T47', 'C01X00T47'],
    ['residence_card', 'ab12345678cd', 'AB12345678CD'],
    ['driving_licence', '3012 3456 7890', '301234567890'],
    ['foreign_id', '11010519491231002X', '11010519491231002X'],
    ['other', '記号12番号345', '記号12番号345'],
  ] as const)('%s %s is kept as %s', (type, number, kept) => {
    expect(codeOf(type, number)).toBe(kept)
  })

  test.each([
    ['passport', 'ABCDEFG'],
    ['passport', '旅券1234567'],
    ['passport', 'A'.repeat(60)],
    ['residence_card', 'AB1234567CD'],
    ['residence_card', 'TZ1234567'],
    ['driving_licence', '30123456789'],
    ['driving_licence', 'AB12345678CD'],
    ['foreign_id', '12'],
    ['other', '😀😀😀'],
    ['other', '---'],
  ] as const)('%s %s is none', (type, number) => {
    expect(codeOf(type, number)).toBe('validation_failed')
  })
})

test('003-10 masked: the last four, of a short number fewer, and never its length', () => {
  expect(maskedNumber(visibleTail('AB12345678CD'))).toBe('********78CD')
  expect(maskedNumber(visibleTail('12345'))).toBe('********45')
  expect(visibleTail('123')).toBe('3')
})
