import { DomainError, type ErrorCode } from '../../domain/platform/errors.ts'

/** What the database refused, in the house's own words. By constraint first, then by SQLSTATE. */
const BY_CONSTRAINT: Readonly<Record<string, ErrorCode>> = {
  room_nights_once: 'room_not_available',
  order_lines_one_in_house: 'room_not_ready',
  rooms_capacity_fits_area: 'capacity_beyond_area',
  cleanings_one_open: 'state_conflict',
  cleanings_not_own_inspection: 'own_cleaning',
  cancellation_one_open_request: 'request_already_open',
  approval_decisions_not_self: 'self_approval',
  approval_decisions_once: 'state_conflict',
  accounts_floor: 'insufficient_points',
  lots_remaining: 'insufficient_points',
  returns_within_spends: 'state_conflict',
  member_erased: 'not_found',
  clock_production_is_fixed: 'clock_fixed',
}

const BY_STATE: Readonly<Record<string, ErrorCode>> = {
  '23505': 'already_exists',
  '23503': 'still_referenced',
  '22021': 'validation_failed',
  '22P05': 'validation_failed',
  '22003': 'validation_failed',
  '22007': 'validation_failed',
  '22008': 'validation_failed',
  '22P02': 'validation_failed',
  '40001': 'database_busy',
  '40P01': 'database_busy',
  '55P03': 'database_busy',
  '57014': 'database_busy',
  '53300': 'database_busy',
}

/** Connection lost, refused or ended by the server: the caller may try again when it is back. */
const AWAY = /^(08|57P)/
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'])
const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|pool is (?:ending|closed)/i

type DatabaseFailure = { code?: unknown; constraint?: unknown; message?: unknown; cause?: unknown }

/** A DomainError for what a caller can act on; everything else stays what it was. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    const code = codeOf(at)
    if (code) return new DomainError(code, {}, { cause: error })
    at = at.cause
  }
  return error
}

function codeOf(failure: DatabaseFailure): ErrorCode | null {
  const state = typeof failure.code === 'string' ? failure.code : ''
  const constraint = typeof failure.constraint === 'string' ? failure.constraint : ''
  const named = BY_CONSTRAINT[constraint]
  if (named) return named
  const known = BY_STATE[state]
  if (known) return known
  const away =
    AWAY.test(state) || AWAY_CODES.has(state) || AWAY_MESSAGES.test(String(failure.message))
  return away ? 'temporarily_unavailable' : null
}

/**
 * Deadlock and serialisation failures, and a key whose first run committed between our look and our
 * lock: the same transaction may be run again from its beginning.
 */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, constraint } = error as DatabaseFailure
  return code === '40P01' || code === '40001' || constraint === 'idempotency_keys_pkey'
}
