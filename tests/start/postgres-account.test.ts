import { expect, test } from '@jest/globals'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresAccount } from '../../bin/embedded/postgres-account.ts'

const open = [join(tmpdir(), 'data')]
const closed = ['/proc/1/fd/data']
const can = (isRoot: boolean, ...commands: string[]) => ({
  isRoot,
  works: (command: readonly string[]) => commands.includes(command[0] as string),
})

test('an ordinary user runs PostgreSQL directly', () => {
  expect(postgresAccount(open, can(false))).toEqual({ prefix: [] })
})

test('root hides behind a user namespace where the machine allows it', () => {
  const { prefix, owner } = postgresAccount(open, can(true, 'unshare'))
  expect(prefix[0]).toBe('unshare')
  expect(owner).toEqual({ uid: 0, gid: 0 })
})

test('root in a closed container lends PostgreSQL an unprivileged account', () => {
  const { prefix, uid } = postgresAccount(open, can(true))
  expect(prefix).toEqual([])
  expect(uid).toBeGreaterThan(0)
})

test('below a folder only root may enter, that account gets the one capability to pass', () => {
  const { prefix } = postgresAccount(closed, can(true, 'setpriv'))
  expect(prefix).toContain('--ambient-caps=-all,+dac_override')
})

test('where nothing helps, a sentence says what does', () => {
  expect(() => postgresAccount(closed, can(true))).toThrow(/Start as an ordinary user, or move/)
})
