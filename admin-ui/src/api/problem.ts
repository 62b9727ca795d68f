import type { Problem } from './records.ts'

/** Codes of our own for what never reached the house. */
export const NETWORK_UNREACHABLE = 'network_unreachable'

const STALE_CODES = new Set([
  'state_conflict',
  'version_mismatch',
  'digest_mismatch',
  'request_already_open',
])

export type ToldProblem = Partial<Omit<Problem, 'code'>> & { code: string }

/**
 * A refusal of the house as RFC 9457 tells it; `status` and `body` are where react-admin looks.
 * `status` 0 means that no answer came at all, so whether the command was carried out is unknown and
 * the same key must be sent again.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly problem: ToldProblem
  readonly body: { errors?: Record<string, unknown> | undefined }

  constructor(status: number, problem: ToldProblem) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.status = status
    this.problem = problem
    this.body = { errors: fieldErrors(problem) }
  }

  get code(): string {
    return this.problem.code
  }

  /** Somebody else was faster: what is on the screen is no longer true. */
  get isStale(): boolean {
    return STALE_CODES.has(this.code)
  }
}

export const isProblem = (error: unknown): error is ProblemError => error instanceof ProblemError

/** RFC 6901 pointers become the field paths that react-hook-form knows. */
const fieldErrors = (problem: ToldProblem): Record<string, unknown> | undefined => {
  if (!problem.errors?.length) return undefined
  const fields = problem.errors.map(({ pointer, message }) => [
    pointer.replace(/^#?\//, '').replaceAll('/', '.') || 'root.serverError',
    message,
  ])
  return Object.fromEntries(fields) as Record<string, unknown>
}
