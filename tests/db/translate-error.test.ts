import { describe, expect, test } from '@jest/globals'
import { isWorthRepeating, translateDatabaseError } from '../../db/platform/translate-error.ts'
import { DomainError, type ErrorCode } from '../../domain/platform/errors.ts'

const failure = (facts: object, message = 'x') => Object.assign(new Error(message), facts)
const codeOf = (error: unknown) => (translateDatabaseError(error) as { code?: unknown }).code

describe('what the database refuses has a name of its own', () => {
  test.each<[object, ErrorCode]>([
    [{ code: '23505', constraint: 'room_nights_once' }, 'room_not_available'],
    [{ code: '23505', constraint: 'order_lines_one_in_house' }, 'room_not_ready'],
    [{ code: '23505', constraint: 'cancellation_one_open_request' }, 'request_already_open'],
    [{ code: '23514', constraint: 'approval_decisions_not_self' }, 'self_approval'],
    [{ code: '23514', constraint: 'lots_remaining' }, 'insufficient_points'],
    [{ code: '23514', constraint: 'clock_production_is_fixed' }, 'clock_fixed'],
    [{ code: '23505', constraint: 'members_email' }, 'already_exists'],
    [{ code: '40P01' }, 'database_busy'],
    [{ code: '57014' }, 'database_busy'],
    [{ code: '57P01' }, 'temporarily_unavailable'],
    [{ code: '57P03' }, 'temporarily_unavailable'],
    [{ code: '08006' }, 'temporarily_unavailable'],
    [{ code: 'ECONNREFUSED' }, 'temporarily_unavailable'],
  ])('%j is %s', (facts, code) => {
    expect(codeOf(failure(facts))).toBe(code)
    expect(codeOf(failure({ cause: failure(facts) }))).toBe(code)
  })

  test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    '"%s": the server is away for a while',
    (message) => {
      expect(codeOf(failure({}, message))).toBe('temporarily_unavailable')
    },
  )
})

test('what is no refusal stays what it was', () => {
  const bug = failure({ code: '42P01' })
  expect(translateDatabaseError(bug)).toBe(bug)
  const known = new DomainError('not_found')
  expect(translateDatabaseError(known)).toBe(known)
  expect(translateDatabaseError('text')).toBe('text')
})

test('only what met another is run again: nothing that would fail the same way', () => {
  const again = [
    { code: '40P01' },
    { code: '40001' },
    { code: '23505', constraint: 'idempotency_keys_pkey' },
  ]
  for (const facts of again) expect(isWorthRepeating(failure(facts))).toBe(true)
  for (const facts of [{ code: '23505' }, { code: '57014' }, { code: '57P01' }, {}])
    expect(isWorthRepeating(failure(facts))).toBe(false)
})
