import { expect, test } from '@jest/globals'
import { channelOf } from '../../domain/lodging/channel.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'

const person = { id: '1', displayName: '', locale: 'ja' } as const
const staff = { ...person, kind: 'staff', memberId: null, roles: [] } as const
const member = { ...person, kind: 'member', issuerId: '2' } as const

test('003-09 the desk is where staff stand: nobody else can claim it', () => {
  expect(channelOf(staff, undefined)).toBe('desk')
  expect(channelOf(staff, 'web')).toBe('desk')
  expect(channelOf(SYSTEM_ACTOR, 'line')).toBe('desk')
  expect(channelOf(member, undefined)).toBe('web')
  expect(channelOf(member, 'desk')).toBe('web')
  expect(channelOf(member, 'mini_program')).toBe('mini_program')
})
