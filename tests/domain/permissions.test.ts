import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  type Actor,
  type HeldRole,
  ROLES,
  type Role,
  SYSTEM_ACTOR,
} from '../../domain/platform/actor.ts'
import {
  ACTIONS,
  type Action,
  type Belonging,
  issuersFor,
  mayDo,
  mayEver,
  propertiesFor,
  TOKEN_SCOPE_NAMES,
} from '../../domain/platform/permissions.ts'

const at = (role: Role, propertyId = 'p1', issuerId = 'i1'): HeldRole => ({
  role,
  propertyId,
  issuerId,
})
const person = { displayName: 'X', locale: 'ja' } as const
const staff = (...roles: HeldRole[]): Actor => ({
  kind: 'staff',
  id: 's1',
  memberId: null,
  roles,
  ...person,
})
const member: Actor = { kind: 'member', id: 'm1', issuerId: 'i1', ...person }
const token = (...scopes: string[]): Actor => ({
  kind: 'token',
  id: 't1',
  scopes,
  propertyId: 'p1',
  issuerId: 'i1',
  ...person,
})
const here: Belonging = { issuerId: 'i1', propertyId: 'p1', memberId: null }
const whose: Belonging = { issuerId: 'i1', propertyId: 'p1', memberId: 'm1' }

/** The table once more, written by hand: who may do it to a record of his own property. */
const BY_HAND: Record<Action, string> = {
  'property.read': 'front manager accounting operator housekeeping member',
  'kpi.read': 'manager accounting operator',
  'today.read': 'front manager accounting operator',
  'board.read': 'front manager accounting operator housekeeping',
  'room.read': 'front manager accounting operator housekeeping',
  'timeline.read': 'front manager accounting operator',
  'room.edit': 'operator',
  'room.block': 'manager operator',
  'room.finish_cleaning': 'front manager housekeeping',
  'cleaning.read': 'front manager operator housekeeping',
  'cleaning.work': 'front manager housekeeping',
  'cleaning.inspect': 'front manager housekeeping',
  'cleaning.assign': 'front manager',
  'cleaning.request': 'front manager',
  'room_problem.read': 'front manager operator housekeeping',
  'room_problem.report': 'front manager housekeeping',
  'room_problem.resolve': 'front manager',
  'housekeeping.settings': 'manager operator',
  'rate.read': 'front manager accounting operator',
  'rate.edit': 'manager operator',
  'availability.read': 'front manager accounting operator member',
  'order.read': 'front manager accounting operator member',
  'order.place': 'front manager member',
  'order.cancel': 'front manager member',
  'stay.check_in': 'front manager',
  'stay.check_out': 'front manager',
  'stay.move': 'front manager',
  'stay.extend': 'front manager',
  'stay.correct_recent': 'front manager',
  'stay.correct': 'manager',
  'guest.read': 'front manager',
  'guest.edit': 'front manager',
  'guest.inspect': 'manager',
  'member.read': 'front manager accounting member',
  'member.register': 'front manager',
  'member.edit': 'front manager member',
  'member.reveal_identity': 'manager',
  'member.erase': 'manager',
  'member.link_channel': 'member',
  'points.read': 'front manager accounting member',
  'top_up.make': 'front manager',
  'approval.read': 'front manager accounting member',
  'approval.decide': 'manager',
  'approval.withdraw': 'front manager member',
  'message.read': 'front manager accounting',
  'message.resend': 'front manager',
  'mailbox.read': 'front manager accounting',
  'case.read': 'front manager accounting operator',
  'audit.read': 'manager accounting operator',
  'staff.read': 'manager operator',
  'staff.edit': 'operator',
  'token.read': 'operator',
  'token.edit': 'operator',
  'clock.read': 'front manager accounting operator housekeeping member',
  'clock.advance': 'operator',
}

test.each(ACTIONS)('000-11 every cell of %s is what is written by hand', (action) => {
  const allowed = BY_HAND[action].split(' ')
  const found = ROLES.filter((role) => mayDo(staff(at(role)), action, here)) as string[]
  if (mayDo(member, action, whose)) found.push('member')
  expect(found.toSorted()).toEqual(allowed.toSorted())
})

describe('default: no', () => {
  test('a person without a role, and a token without a scope, may do nothing', () => {
    for (const action of ACTIONS) {
      expect(mayDo(staff(), action, whose)).toBe(false)
      expect(mayDo(token(), action, whose)).toBe(false)
      expect(mayDo(token('no.such.scope'), action, whose)).toBe(false)
    }
  })

  test('a role at one property is nothing at another, except for what the issuer shares', () => {
    const shared: Action[] = [
      'member.read',
      'member.register',
      'member.edit',
      'member.reveal_identity',
      'member.erase',
      'points.read',
    ]
    const elsewhere = { issuerId: 'i1', propertyId: 'p2', memberId: null }
    for (const action of ACTIONS) {
      const may = ROLES.some((role) => mayDo(staff(at(role)), action, elsewhere))
      expect([action, may]).toEqual([action, shared.includes(action)])
    }
  })

  test('decision 15: another issuer is another company, whatever the role', () => {
    const foreign = { issuerId: 'i2', propertyId: 'p9', memberId: 'm9' }
    const everyone = [...ROLES.map((role) => staff(at(role))), member, token(...TOKEN_SCOPE_NAMES)]
    for (const actor of everyone)
      for (const action of ACTIONS) expect(mayDo(actor, action, foreign)).toBe(false)
  })

  test('a member never reaches another member, also of the same issuer', () => {
    const other = { ...whose, memberId: 'm2' }
    for (const action of ACTIONS) expect(mayDo(member, action, other)).toBe(false)
  })

  test('nobody belongs to "no issuer": null never matches null', () => {
    const nobodys = { issuerId: null, propertyId: null, memberId: null }
    for (const actor of [
      ...ROLES.map((role) => staff(at(role))),
      member,
      token(...TOKEN_SCOPE_NAMES),
    ])
      for (const action of ACTIONS) expect(mayDo(actor, action, nobodys)).toBe(false)
  })
})

test('B-04 machines neither decide nor top up nor move the clock, with every scope there is', () => {
  const machine = token(...TOKEN_SCOPE_NAMES)
  for (const action of ['approval.decide', 'top_up.make', 'clock.advance', 'staff.edit'] as const) {
    expect(mayDo(machine, action, here)).toBe(false)
    expect(mayEver(machine, action)).toBe(false)
  }
  expect(mayDo(token('orders.read'), 'order.read', here)).toBe(true)
  expect(mayDo(token('orders.read'), 'order.place', here)).toBe(false)
})

test('time itself may do everything', () => {
  for (const action of ACTIONS) {
    expect(mayDo(SYSTEM_ACTOR, action, whose)).toBe(true)
    expect(mayEver(SYSTEM_ACTOR, action)).toBe(true)
  }
})

const anyId = fc.constantFrom('1', '2', '3')
const anyRole = fc.record({
  role: fc.constantFrom(...ROLES),
  propertyId: anyId.map((id) => `p${id}`),
  issuerId: anyId.map((id) => `i${id}`),
})
const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.array(anyRole, { maxLength: 4 }).map((roles) => staff(...roles)),
  anyId.map((id) => ({ ...member, id: `m${id}`, issuerId: `i${id}` })),
  fc
    .tuple(fc.subarray([...TOKEN_SCOPE_NAMES]), anyId)
    .map(
      ([scopes, id]) =>
        ({ ...token(...scopes), propertyId: `p${id}`, issuerId: `i${id}` }) as Actor,
    ),
)
const orNull = (prefix: string) => fc.option(anyId.map((id) => `${prefix}${id}`))
const anyRecord = fc.record({
  issuerId: orNull('i'),
  propertyId: orNull('p'),
  memberId: orNull('m'),
})

test('what a person may do to a record is never more than what he may do at all', () => {
  fc.assert(
    fc.property(anyActor, fc.constantFrom(...ACTIONS), anyRecord, (actor, action, record) => {
      fc.pre(mayDo(actor, action, record))
      expect(mayEver(actor, action)).toBe(true)
    }),
  )
})

test('lists show the properties and issuers of granted roles only', () => {
  fc.assert(
    fc.property(anyActor, fc.constantFrom(...ACTIONS), (actor, action) => {
      if (mayEver(actor, action)) return
      expect(propertiesFor(actor, action)).toEqual([])
      expect(issuersFor(actor, action)).toEqual([])
    }),
  )
  const two = staff(at('front', 'p1'), at('manager', 'p1'), at('operator', 'p2', 'i2'))
  expect(propertiesFor(two, 'order.place')).toEqual(['p1'])
  expect(issuersFor(two, 'member.read')).toEqual(['i1'])
})
