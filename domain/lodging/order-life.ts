import type { NextStep } from '../platform/processes.ts'
import type { OrderStatus } from './order-status.ts'

/** When a pending order is reminded of and released: absolute, computed once at the sale. */
export function pendingDeadlines(
  placedAt: Date,
  holdMinutes: number,
  reminderMinutes: number,
): { remindAt: Date; payBy: Date } {
  const payBy = new Date(placedAt.getTime() + holdMinutes * 60_000)
  return { payBy, remindAt: new Date(payBy.getTime() - reminderMinutes * 60_000) }
}

export type OrderLifeFacts = {
  readonly status: OrderStatus
  readonly remindAt: string
  readonly remindedAt: string | null
  readonly payBy: string
}

/** A pending order waits for its points: one reminder, then release. Anything else has left this life. */
export function nextOrderStep(facts: OrderLifeFacts): NextStep<'remind' | 'expire'> {
  if (facts.status !== 'pending') return { kind: 'ended', outcome: facts.status }
  return facts.remindedAt === null
    ? { kind: 'at', at: facts.remindAt, step: 'remind' }
    : { kind: 'at', at: facts.payBy, step: 'expire' }
}
