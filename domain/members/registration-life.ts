import type { NextStep } from '../platform/processes.ts'

/** How long the mail's code is good for. */
export const REGISTRATION_HOURS = 24

export const registrationEnds = (requestedAt: Date): Date =>
  new Date(requestedAt.getTime() + REGISTRATION_HOURS * 3_600_000)

export type RegistrationLifeFacts = {
  readonly status: 'pending' | 'confirmed' | 'expired'
  readonly expiresAt: string
}

/** Somebody has asked to become a member: confirmed from the mail in time, or forgotten (W15). */
export function nextRegistrationStep(facts: RegistrationLifeFacts): NextStep<'expire'> {
  return facts.status === 'pending'
    ? { kind: 'at', at: facts.expiresAt, step: 'expire' }
    : { kind: 'ended', outcome: facts.status }
}
