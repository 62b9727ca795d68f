import type { NextStep } from '../platform/processes.ts'
import type { LineStatus } from './order-status.ts'

export type StayLifeFacts = {
  readonly status: LineStatus
  readonly overdueAt: string | null
  /** A case was opened, whether or not it is still open. */
  readonly overdueRaised: boolean
}

/** A guest in the house is expected to leave; the desk hears of it when he has not. */
export function nextStayStep(facts: StayLifeFacts): NextStep<'raiseOverdue'> {
  if (facts.status !== 'in_house') return { kind: 'ended', outcome: facts.status }
  if (facts.overdueRaised || facts.overdueAt === null) return { kind: 'wait' }
  return { kind: 'at', at: facts.overdueAt, step: 'raiseOverdue' }
}
