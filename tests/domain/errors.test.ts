import { describe, expect, test } from '@jest/globals'
import { DomainError, ERRORS, type ErrorCode, errorSentence } from '../../domain/platform/errors.ts'

const CODES = Object.keys(ERRORS) as ErrorCode[]
const names = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').toSorted()

describe.each(CODES)('B-18 %s', (code) => {
  const { ja, en, status } = ERRORS[code]

  test('is said in Japanese and in English', () => {
    for (const text of [ja.title, ja.detail]) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    for (const text of [en.title, en.detail]) expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(ja.detail).toMatch(/。$/)
    expect(en.detail).toMatch(/\.$/)
  })

  test('names the same facts in both', () => {
    expect(names(ja.detail)).toEqual(names(en.detail))
    expect(names(ja.title + en.title)).toEqual([])
  })

  test('has a status for a refusal or for a failure', () => {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  })
})

test('what may be tried again is what passes by itself', () => {
  expect(CODES.filter((code) => ERRORS[code].retryable).toSorted()).toEqual([
    'database_busy',
    'idempotency_in_progress',
    'internal_error',
    'rate_limited',
    'temporarily_unavailable',
  ])
})

test('facts are put into the sentence; a missing one shows as a dash, never as a gap', () => {
  expect(errorSentence('rate_missing', { night: '2026-05-01' }, 'en').detail).toContain(
    '2026-05-01',
  )
  expect(errorSentence('insufficient_points', { balance: 0 }, 'ja').detail).toBe(
    '残高 0 pt に対して — pt が必要です。',
  )
})

test('a fact is put in as it is, also when it looks like a pattern', () => {
  expect(errorSentence('unknown_parameter', { parameter: '$& {x}' }, 'en').detail).toContain(
    '"$& {x}"',
  )
})

test('an error knows its code, its facts and its cause', () => {
  const cause = new Error('below')
  const error = new DomainError('state_conflict', { state: 'departed' }, { cause })
  expect(error).toMatchObject({
    code: 'state_conflict',
    params: { state: 'departed' },
    cause,
    fields: [],
  })
})
