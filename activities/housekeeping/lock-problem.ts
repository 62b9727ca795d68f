import { problemActions } from '../../domain/housekeeping/problem-outcome.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type LockedProblem = {
  readonly id: string
  readonly propertyId: string
  readonly roomId: string
  readonly report: string
  readonly hasPicture: boolean
}

/** Holds what was reported, and insists that it is still open. */
export async function lockProblem({ sql }: Context, id: string): Promise<LockedProblem> {
  const problem = await sql.maybe<LockedProblem & { closed: boolean; outcome: string | null }>(
    `select id, property_id as "propertyId", room_id as "roomId", report, picture_id is not null as "hasPicture",
       closed_at is not null as closed, outcome from room_problems where id = $1 for no key update`,
    [id],
  )
  if (!problem) throw new DomainError('not_found')
  if (problem.closed)
    throw new DomainError(
      'state_conflict',
      { state: problem.outcome ?? '' },
      { allowedActions: problemActions(problem) },
    )
  return problem
}
