import type { Person } from '../../domain/platform/actor.ts'
import { type Action, propertiesFor } from '../../domain/platform/permissions.ts'

/**
 * The predicate every list carries: a member's own records; staff and machines those of their
 * properties, narrowed to one where asked. A property that is not theirs yields an empty list.
 */
export function limitedTo(
  actor: Person,
  action: Action,
  wish: { readonly propertyId?: string; readonly memberId?: string },
): { propertyIds?: readonly string[]; memberId?: string } {
  if (actor.kind === 'member')
    return { memberId: actor.id, ...(wish.propertyId ? { propertyIds: [wish.propertyId] } : {}) }
  const mine = propertiesFor(actor, action)
  const propertyIds = wish.propertyId ? mine.filter((id) => id === wish.propertyId) : mine
  return { propertyIds, ...(wish.memberId ? { memberId: wish.memberId } : {}) }
}
