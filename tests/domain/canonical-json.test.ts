import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'

/** The same content with its keys in another order, at every depth. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reordered(item)]),
  )
}
const noOwnProto = (text: string) => !text.includes('"__proto__"')

test('decision 18: equal content has one spelling, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.json().filter(noOwnProto), (text) => {
      const value: unknown = JSON.parse(text)
      expect(canonicalJson(reordered(value))).toBe(canonicalJson(value))
    }),
  )
})

test('it is JSON: reading it back gives the same content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('different content has different spellings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = canonicalJson(a) === canonicalJson(b)
      if (same) expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)))
    }),
  )
  expect(canonicalJson([])).not.toBe(canonicalJson({}))
  expect(canonicalJson('1')).not.toBe(canonicalJson(1))
  expect(canonicalJson([[1], 2])).not.toBe(canonicalJson([1, [2]]))
})

describe('plainly', () => {
  test.each([
    [{ b: 1, a: [2, { d: null, c: true }] }, '{"a":[2,{"c":true,"d":null}],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [[undefined, 1], '[null,1]'],
    [{ 宿: '川辺の宿', é: '\u0000"\\' }, '{"é":"\\u0000\\"\\\\","宿":"川辺の宿"}'],
    [{ ｱ: 1, '😀': 2 }, '{"😀":2,"ｱ":1}'],
    [-0, '0'],
    ['', '""'],
    [{}, '{}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('a moment is spelled as everywhere else, so that two moments never look the same', () => {
    const at = new Date('2026-05-01T00:00:00.000Z')
    expect(canonicalJson({ at })).toBe('{"at":"2026-05-01T00:00:00.000Z"}')
  })

  test.each([[Number.NaN], [Infinity], [undefined], [() => 1], [Symbol('x')], [1n]])(
    'what JSON cannot say is refused: %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(/not a JSON|BigInt/)
    },
  )
})
