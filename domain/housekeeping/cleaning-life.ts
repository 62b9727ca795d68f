import type { NextStep } from '../platform/processes.ts'

export type CleaningLifeFacts = {
  readonly begunAt: string | null
  readonly doneAt: string | null
  /** When it should have begun; none for a cleaning from before this was watched. */
  readonly beginBy: string | null
  readonly dueAt: string
  /** A case was opened since the deadline of now, whether or not it is still open. */
  readonly notBegunRaised: boolean
  readonly overrunRaised: boolean
}

export type CleaningStep = 'raiseNotBegun' | 'raiseOverrun'

/**
 * A cleaning ends when the room may be entered. One that nobody begins in time is raised, and so is one
 * that takes too long, its inspection included. Sent back, it has new deadlines and is watched anew.
 */
export function nextCleaningStep(facts: CleaningLifeFacts): NextStep<CleaningStep> {
  if (facts.doneAt !== null) return { kind: 'ended', outcome: 'done' }
  if (facts.begunAt === null && facts.beginBy !== null && !facts.notBegunRaised)
    return { kind: 'at', at: facts.beginBy, step: 'raiseNotBegun' }
  if (facts.overrunRaised) return { kind: 'wait' }
  return { kind: 'at', at: facts.dueAt, step: 'raiseOverrun' }
}
