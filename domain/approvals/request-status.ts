import type { NextStep } from '../platform/processes.ts'

export const REQUEST_STATUSES = ['pending', 'approved', 'settled', 'rejected', 'withdrawn'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

export type RequestLifeFacts = {
  readonly status: RequestStatus
  readonly requestedAt: string
  readonly dueAt: string
  readonly overdueRaised: boolean
}

/**
 * A request waits for a decision; past its deadline it is raised as overdue and goes on waiting.
 * Approved, its effect is due at once: an absolute moment in the past, so no clock is asked.
 */
export function nextRequestStep(facts: RequestLifeFacts): NextStep<'raiseOverdue' | 'settle'> {
  if (facts.status === 'approved') return { kind: 'at', at: facts.requestedAt, step: 'settle' }
  if (facts.status !== 'pending') return { kind: 'ended', outcome: facts.status }
  if (facts.overdueRaised) return { kind: 'wait' }
  return { kind: 'at', at: facts.dueAt, step: 'raiseOverdue' }
}
