import type { NextStep } from '../platform/processes.ts'

export const MESSAGE_STATUSES = ['queued', 'sent', 'failed', 'bounced', 'skipped'] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export type MessageLifeFacts = {
  readonly status: MessageStatus
  /** No mail server is configured. */
  readonly held: boolean
  readonly nextAttemptAt: string
}

/** A message is tried until it is out of the house; one without a mail server waits for one. */
export function nextMessageStep(facts: MessageLifeFacts): NextStep<'deliver'> {
  if (facts.status !== 'queued') return { kind: 'ended', outcome: facts.status }
  if (facts.held) return { kind: 'wait' }
  return { kind: 'at', at: facts.nextAttemptAt, step: 'deliver' }
}

/** Minutes between one attempt and the next: a server that is away for a night is waited for. */
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 720] as const
export const ATTEMPTS_MAX = PAUSES_MIN.length + 1
/** Longer than any attempt may take: whoever held it until then is dead. */
export const LEASE_MS = 120_000

/** When it is tried again after so many attempts; null: now a person must see to it. */
export function nextAttemptAfter(attempts: number, now: Date): Date | null {
  const minutes = PAUSES_MIN[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
