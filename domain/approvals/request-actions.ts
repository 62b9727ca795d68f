import type { Actor } from '../platform/actor.ts'
import type { RequestStatus } from './request-status.ts'

export type RequestAction = 'approve' | 'reject' | 'withdraw'
export type RequestPersons = {
  readonly status: RequestStatus
  readonly requesterId: string
  readonly beneficiaryId: string
  readonly actedForId: string
}

/** Nobody decides for himself: requester, beneficiary and the person acted for are out (decision 17). */
export function isExcluded(actor: Actor, request: RequestPersons): boolean {
  const excluded = [request.requesterId, request.beneficiaryId, request.actedForId]
  const persons = actor.kind === 'staff' ? [actor.id, actor.memberId] : [actor.id]
  return persons.some((person) => person !== null && excluded.includes(person))
}

/** What the state and the person allow; the role is the permission table's business. */
export function requestActions(actor: Actor, request: RequestPersons): RequestAction[] {
  if (request.status !== 'pending') return []
  const actions: RequestAction[] = []
  if (actor.kind === 'staff' && !isExcluded(actor, request)) actions.push('approve', 'reject')
  if (actor.id === request.requesterId || actor.id === request.actedForId) actions.push('withdraw')
  return actions
}
