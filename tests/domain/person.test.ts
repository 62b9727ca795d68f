import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { katakanaOf } from '../../domain/members/kana.ts'
import { checkedPerson } from '../../domain/members/person.ts'

const NOW = new Date('2026-12-01T00:00:00Z')
const pointers = (given: object) => {
  try {
    checkedPerson(given, NOW)
    return []
  } catch (error) {
    return (error as { fields: { pointer: string }[] }).fields.map((field) => field.pointer)
  }
}

describe('003-10 the reading of a name', () => {
  test.each([
    ['ヤマダ タロウ', 'ヤマダ タロウ'],
    ['やまだ　たろう', 'ヤマダ タロウ'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
    ['ｻﾝﾌﾟﾙ･ﾛﾋﾞﾝ', 'サンプル・ロビン'],
    ['  ゔぃくとりあ  ', 'ヴィクトリア'],
    ['セーラ', 'セーラ'],
  ])('%s becomes %s', (typed, kept) => {
    expect(katakanaOf(typed)).toBe(kept)
  })

  test.each(['山田 太郎', 'Yamada', 'ヤマダ1', 'ヤマダ😀', '', ' ', 'ヤマダ, タロウ', '-'])(
    '"%s" is none',
    (typed) => {
      expect(katakanaOf(typed)).toBeNull()
      expect(pointers({ kana: typed })).toEqual(['/kana'])
    },
  )

  test('what was made katakana once stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ぁ-ゖァ-ヺー ]{1,30}$/), (text) => {
        const once = katakanaOf(text)
        if (once !== null) expect(katakanaOf(once)).toBe(once)
      }),
    )
  })
})

describe('003-10 a name is text, as it is written', () => {
  test.each([
    '𠮷田 髙子',
    '\u{e000}田',
    '渡邉󠄂',
    '見本 🌸',
    'Ægir O’Sample-神',
    'x'.repeat(100),
    '🌸'.repeat(100),
  ])('%s stays', (name) => {
    expect(checkedPerson({ name }, NOW)).toEqual({ name })
  })

  test('spaces around it go; of 300 characters, of spaces or with a control character there is none', () => {
    expect(checkedPerson({ name: ' 見本　花子\n' }, NOW)).toEqual({ name: '見本 花子' })
    for (const name of ['あ'.repeat(300), '　', '見本\u0007'])
      expect(pointers({ name })).toEqual(['/name'])
  })
})

test('003-10 nobody is born in the future, 150 years ago or on no day; every wrong field is named', () => {
  for (const birthDate of ['2026-12-02', '1876-12-01', 'gestern', ''])
    expect(pointers({ birthDate })).toEqual(['/birthDate'])
  expect(checkedPerson({ birthDate: '1900-02-28' }, NOW)).toEqual({ birthDate: '1900-02-28' })
  expect(pointers({ name: ' ', kana: 'x', birthDate: '2999-01-01' })).toEqual([
    '/name',
    '/kana',
    '/birthDate',
  ])
})
