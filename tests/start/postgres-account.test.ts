import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresAccount } from '../../bin/embedded/postgres-account.ts'
import { postgresBinaries } from '../../bin/embedded/postgres-binaries.ts'
import { ensureCluster } from '../../bin/embedded/postgres-cluster.ts'

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
  const { prefix, spawnAs } = postgresAccount(open, can(true))
  expect(prefix).toEqual([])
  expect(spawnAs?.uid).toBeGreaterThan(0)
})

test('below a folder only root may enter, that account gets the one capability to pass', () => {
  const { prefix } = postgresAccount(closed, can(true, 'setpriv'))
  expect(prefix).toContain('--ambient-caps=-all,+dac_override')
})

test('where nothing helps, a sentence says what does', () => {
  expect(() => postgresAccount(closed, can(true))).toThrow(/Start as an ordinary user, or move/)
})

test('each way that this machine allows really makes a database, and the next way takes it over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'choba-account-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'postgres')
  const binaries = postgresBinaries()
  const isRoot = process.getuid?.() === 0
  const forbidden = isRoot ? ['', 'unshare'] : ['']
  for (const missing of forbidden.toReversed()) {
    const works = (command: readonly string[]) =>
      command[0] !== missing && spawnSync(command[0] as string, command.slice(1)).status === 0
    const account = postgresAccount([binaries.postgres, data], { isRoot, works })
    await ensureCluster(
      data,
      { binaries, account },
      { superuserPassword: 'only-here', durable: false },
    )
    const [command, ...args] = [...account.prefix, binaries.postgres, '-D', data, '-C', 'port']
    const answer = spawnSync(command, args, { ...account.spawnAs, encoding: 'utf8' })
    expect(answer.stdout.trim()).toBe('5432')
  }
  rmSync(folder, { recursive: true })
}, 30_000)
