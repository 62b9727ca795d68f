import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { isExcluded, requestActions } from '../../domain/approvals/request-actions.ts'
import { REQUEST_STATUSES } from '../../domain/approvals/request-status.ts'
import { type Actor, SYSTEM_ACTOR } from '../../domain/platform/actor.ts'

const person = { displayName: 'X', locale: 'ja' } as const
const staff = (id: string, memberId: string | null = null): Actor => ({
  kind: 'staff',
  id,
  memberId,
  roles: [],
  ...person,
})
const member = (id: string): Actor => ({ kind: 'member', id, issuerId: 'i', ...person })
const asked = {
  status: 'pending',
  requesterId: 'front',
  beneficiaryId: 'guest',
  actedForId: 'guest',
} as const

describe('decision 17: nobody decides for himself', () => {
  test.each<[string, Actor, string[]]>([
    ['a manager who has nothing to do with it', staff('manager'), ['approve', 'reject']],
    ['whoever asked', staff('front'), ['withdraw']],
    ['the guest himself', member('guest'), ['withdraw']],
    ['a manager who is the guest', staff('manager', 'guest'), []],
    ['a manager with another membership', staff('manager', 'somebody'), ['approve', 'reject']],
    ['another guest', member('stranger'), []],
    ['time itself', SYSTEM_ACTOR, []],
    [
      'a machine that asked',
      { kind: 'token', id: 'front', scopes: [], propertyId: 'p', issuerId: 'i', ...person },
      ['withdraw'],
    ],
  ])('%s', (_, actor, actions) => {
    expect(requestActions(actor, asked)).toEqual(actions)
  })

  test('whatever the ids: who is requester, beneficiary or acted for never decides', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd').map(String)
    const someone = fc.tuple(id, fc.option(id)).map(([own, membership]) => staff(own, membership))
    const request = fc.record({
      status: fc.constantFrom(...REQUEST_STATUSES),
      requesterId: id,
      beneficiaryId: id,
      actedForId: id,
    })
    fc.assert(
      fc.property(someone, request, (actor, some) => {
        const excluded = [some.requesterId, some.beneficiaryId, some.actedForId]
        const self = [actor.id, actor.kind === 'staff' ? actor.memberId : null].some(
          (one) => one !== null && excluded.includes(one),
        )
        expect(isExcluded(actor, some)).toBe(self)
        const actions = requestActions(actor, some)
        if (self || some.status !== 'pending') expect(actions).not.toContain('approve')
        expect(actions.includes('approve')).toBe(actions.includes('reject'))
      }),
    )
  })
})

test('003-23 what is decided offers nothing more', () => {
  for (const status of REQUEST_STATUSES.filter((one) => one !== 'pending'))
    for (const actor of [staff('manager'), staff('front'), member('guest')])
      expect(requestActions(actor, { ...asked, status })).toEqual([])
})
