import { type Actor, type Role, ROLES } from './actor.ts'
import { assertNever } from './assert-never.ts'

/**
 * How far a permission reaches: a member's own records, the properties where the role is held, or
 * every property of the issuer above them. What is not in the table is refused.
 */
type Relation = 'own' | 'property' | 'issuer'
type Grants = Partial<Record<Role | 'member', Relation>>

const desk: Grants = { front: 'property', manager: 'property' }
const everyStaff: Grants = {
  front: 'property',
  manager: 'property',
  accounting: 'property',
  operator: 'property',
}
/** Everybody in the house, those included who clean: rooms and dates, no names and no money. */
const everybodyInHouse: Grants = { ...everyStaff, housekeeping: 'property' }
const cleaning: Grants = { ...desk, housekeeping: 'property' }

/** Role × verb × relation, once for the whole house. */
export const PERMISSIONS = {
  'property.read': { ...everybodyInHouse, member: 'own' },
  'today.read': everyStaff,
  'kpi.read': { manager: 'property', accounting: 'property', operator: 'property' },
  'board.read': everybodyInHouse,
  'timeline.read': everyStaff,
  'room.read': everybodyInHouse,
  'room.edit': { operator: 'property' },
  'room.block': { manager: 'property', operator: 'property' },
  'room.finish_cleaning': cleaning,
  'cleaning.read': { ...cleaning, operator: 'property' },
  'cleaning.work': cleaning,
  'cleaning.inspect': cleaning,
  'cleaning.assign': desk,
  'cleaning.request': desk,
  'room_problem.read': { ...cleaning, operator: 'property' },
  'room_problem.report': cleaning,
  'room_problem.resolve': desk,
  'housekeeping.settings': { manager: 'property', operator: 'property' },
  'rate.read': everyStaff,
  'rate.edit': { manager: 'property', operator: 'property' },
  'availability.read': { ...everyStaff, member: 'own' },
  'order.read': { ...everyStaff, member: 'own' },
  'order.place': { ...desk, member: 'own' },
  'order.cancel': { ...desk, member: 'own' },
  'stay.check_in': desk,
  'stay.check_out': desk,
  'stay.move': desk,
  'stay.extend': desk,
  'stay.correct_recent': desk,
  'stay.correct': { manager: 'property' },
  'guest.read': desk,
  'guest.edit': desk,
  'guest.inspect': { manager: 'property' },
  'member.read': { front: 'issuer', manager: 'issuer', accounting: 'issuer', member: 'own' },
  'member.register': { front: 'issuer', manager: 'issuer' },
  'member.edit': { front: 'issuer', manager: 'issuer', member: 'own' },
  'member.reveal_identity': { manager: 'issuer' },
  'member.erase': { manager: 'issuer' },
  'member.link_channel': { member: 'own' },
  'points.read': { front: 'issuer', manager: 'issuer', accounting: 'issuer', member: 'own' },
  'top_up.make': { front: 'property', manager: 'property' },
  'approval.read': {
    front: 'property',
    manager: 'property',
    accounting: 'property',
    member: 'own',
  },
  'approval.decide': { manager: 'property' },
  'approval.withdraw': { ...desk, member: 'own' },
  // The words are a member's own: for those who may read members.
  'message.read': { front: 'property', manager: 'property', accounting: 'property' },
  'message.resend': desk,
  'mailbox.read': { front: 'property', manager: 'property', accounting: 'property' },
  'case.read': everyStaff,
  'audit.read': { manager: 'property', accounting: 'property', operator: 'property' },
  'staff.read': { manager: 'property', operator: 'property' },
  'staff.edit': { operator: 'property' },
  'token.read': { operator: 'property' },
  'token.edit': { operator: 'property' },
  'clock.read': { ...everybodyInHouse, member: 'own' },
  'clock.advance': { operator: 'property' },
} as const satisfies Record<string, Grants>

export type Action = keyof typeof PERMISSIONS
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[]

/** What a machine may be given. Deciding, topping up and moving the clock stay with people. */
export const TOKEN_SCOPES = {
  'rooms.read': [
    'property.read',
    'room.read',
    'board.read',
    'timeline.read',
    'rate.read',
    'availability.read',
  ],
  'orders.read': ['order.read', 'availability.read', 'property.read'],
  'orders.manage': [
    'order.read',
    'order.place',
    'order.cancel',
    'availability.read',
    'property.read',
  ],
  'members.read': ['member.read', 'points.read'],
  'members.manage': ['member.read', 'member.register', 'points.read'],
} as const satisfies Record<string, readonly Action[]>

export type TokenScope = keyof typeof TOKEN_SCOPES
export const TOKEN_SCOPE_NAMES = Object.keys(TOKEN_SCOPES) as readonly TokenScope[]

/** Whose record it is. Null members mean "of no property" or "of no member". */
export type Belonging = {
  readonly issuerId: string | null
  readonly propertyId: string | null
  readonly memberId: string | null
}

/** Whether the actor may do it to that record. Default: no. */
export function mayDo(actor: Actor, action: Action, subject: Belonging): boolean {
  const grants: Grants = PERMISSIONS[action]
  switch (actor.kind) {
    case 'system':
      return true
    case 'staff':
      return actor.roles.some((held) => {
        const relation = grants[held.role]
        if (relation === 'property') return held.propertyId === subject.propertyId
        return (
          relation === 'issuer' && subject.issuerId !== null && held.issuerId === subject.issuerId
        )
      })
    case 'member':
      if (grants.member !== 'own') return false
      if (subject.memberId === null) return subject.issuerId === actor.issuerId
      return subject.memberId === actor.id
    case 'token':
      return (
        scopeActions(actor.scopes).has(action) &&
        (subject.propertyId === null
          ? subject.issuerId === actor.issuerId
          : subject.propertyId === actor.propertyId)
      )
    default:
      return assertNever(actor)
  }
}

/** Whether the actor may do it to any record at all: what lists and menus ask. */
export function mayEver(actor: Actor, action: Action): boolean {
  const grants: Grants = PERMISSIONS[action]
  switch (actor.kind) {
    case 'system':
      return true
    case 'staff':
      return actor.roles.some((held) => grants[held.role] !== undefined)
    case 'member':
      return grants.member === 'own'
    case 'token':
      return scopeActions(actor.scopes).has(action)
    default:
      return assertNever(actor)
  }
}

/** The staff roles that carry a permission, at their own property. */
export const rolesWith = (action: Action): readonly Role[] => {
  const grants: Grants = PERMISSIONS[action]
  return ROLES.filter((role) => grants[role] !== undefined)
}

/** The properties whose records a list may show; members are limited to their own by the query. */
export function propertiesFor(actor: Actor, action: Action): readonly string[] {
  if (actor.kind === 'token') return mayEver(actor, action) ? [actor.propertyId] : []
  if (actor.kind !== 'staff') return []
  const grants: Grants = PERMISSIONS[action]
  return [
    ...new Set(
      actor.roles.filter((held) => grants[held.role] !== undefined).map((held) => held.propertyId),
    ),
  ]
}

/** The issuers whose members a list may show. */
export function issuersFor(actor: Actor, action: Action): readonly string[] {
  if (actor.kind === 'system') return []
  if (actor.kind !== 'staff') return mayEver(actor, action) ? [actor.issuerId] : []
  const grants: Grants = PERMISSIONS[action]
  return [
    ...new Set(
      actor.roles.filter((held) => grants[held.role] === 'issuer').map((held) => held.issuerId),
    ),
  ]
}

function scopeActions(scopes: readonly string[]): ReadonlySet<Action> {
  return new Set(
    scopes.flatMap((scope): readonly Action[] => TOKEN_SCOPES[scope as TokenScope] ?? []),
  )
}
