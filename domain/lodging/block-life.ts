import type { NextStep } from '../platform/processes.ts'

export type BlockLifeFacts = {
  readonly releasedAt: string | null
  /** Null: too short to be warned of. */
  readonly warnAt: string | null
  readonly warnedAt: string | null
  readonly releaseAt: string
}

/** A room out of use: the house hears of the end beforehand, and at the end it comes back by itself. */
export function nextBlockStep(facts: BlockLifeFacts): NextStep<'warn' | 'end'> {
  if (facts.releasedAt !== null) return { kind: 'ended', outcome: 'released' }
  if (facts.warnAt !== null && facts.warnedAt === null) {
    return { kind: 'at', at: facts.warnAt, step: 'warn' }
  }
  return { kind: 'at', at: facts.releaseAt, step: 'end' }
}
