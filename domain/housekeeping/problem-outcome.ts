export const PROBLEM_OUTCOMES = ['resolved', 'maintenance'] as const
/** What became of what somebody found: mended, or the room was taken out of use. */
export type ProblemOutcome = (typeof PROBLEM_OUTCOMES)[number]

export type ProblemAction = 'add_picture' | 'resolve' | 'put_into_maintenance'

export const problemActions = (problem: {
  readonly closed: boolean
  readonly hasPicture: boolean
}): ProblemAction[] =>
  problem.closed
    ? []
    : [...(problem.hasPicture ? [] : (['add_picture'] as const)), 'resolve', 'put_into_maintenance']
