import type { Language } from './errors.ts'

export const ROLES = ['front', 'manager', 'accounting', 'operator', 'housekeeping'] as const
export type Role = (typeof ROLES)[number]

/** A role is held at a property; the issuer above it is carried along, for what the whole company shares. */
export type HeldRole = {
  readonly role: Role
  readonly propertyId: string
  readonly issuerId: string
}

export type StaffActor = {
  readonly kind: 'staff'
  readonly id: string
  readonly displayName: string
  readonly locale: Language
  /** The person's own membership, if any: in approvals it counts as the same person. */
  readonly memberId: string | null
  readonly roles: readonly HeldRole[]
}
export type MemberActor = {
  readonly kind: 'member'
  readonly id: string
  readonly displayName: string
  readonly locale: Language
  readonly issuerId: string
}
export type TokenActor = {
  readonly kind: 'token'
  readonly id: string
  readonly displayName: string
  readonly locale: Language
  readonly scopes: readonly string[]
  readonly propertyId: string
  readonly issuerId: string
}
/** Time itself: a workflow's deadline, a schedule. */
export type SystemActor = { readonly kind: 'system'; readonly id: null }

export type Actor = StaffActor | MemberActor | TokenActor | SystemActor
export type Person = Exclude<Actor, SystemActor>

export const SYSTEM_ACTOR: SystemActor = { kind: 'system', id: null }
