import { expect, test } from '@jest/globals'
import { cover, readRows } from '../../scripts/rows/coverage.ts'
import { testNames } from '../../scripts/rows/test-names.ts'

const source = `
// 003-01 in a comment counts for nothing
const label = '003-02 in data neither'
describe('003-03 a room', () => {
  test('is free', () => {})
  test.each([['003-04']])('003-05 B-02 %s and no other', () => {})
})
describe.each([1])('W18 an order %s', () => { it(\`ends \${label}\`, () => {}) })
`

test('a row is covered by the names of tests and of the blocks around them, by nothing else', () => {
  const tests = testNames('a.test.ts', source)
  expect(tests.map(({ name }) => name)).toEqual([
    '003-03 a room is free',
    '003-03 a room 003-05 B-02 %s and no other',
    'W18 an order %s ends ${label}',
  ])
  const rows = readRows('| 003-03 | a |\n| 003-04 | b |\n| W18 | c |\n| B-03 | d |')
  const { covered, unknown } = cover(rows, tests)
  expect(covered.map(({ id, tests: speaking }) => [id, speaking.length])).toEqual([
    ['003-03', 2],
    ['003-04', 0],
    ['W18', 1],
    ['B-03', 0],
  ])
  expect(unknown).toEqual(['003-05', 'B-02'])
})

test('a row that is written down twice is said', () => {
  expect(() => readRows('| 003-03 | a |\n| 003-03 | b |')).toThrow('003-03 twice')
})
