import type { NextStep } from '../platform/processes.ts'

export type BusinessDayFacts = { readonly dueAt: string; readonly rolledAt: string | null }

/** A business day ends at the property's set hour, once; the next day is another process (decision 21). */
export function nextBusinessDayStep(facts: BusinessDayFacts): NextStep<'roll'> {
  if (facts.rolledAt !== null) return { kind: 'ended', outcome: 'rolled' }
  return { kind: 'at', at: facts.dueAt, step: 'roll' }
}
