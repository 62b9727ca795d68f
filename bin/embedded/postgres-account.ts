import { execFileSync } from 'node:child_process'
import { lchownSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/**
 * PostgreSQL refuses to run as root, and containers and CI machines are root. So, in this order:
 * 1. an ordinary user runs it directly;
 * 2. root runs it in a user namespace where root has another number: nothing changes hands and even
 *    a clone below /root works, because outside the namespace the files are still its own;
 * 3. root runs it as an existing unprivileged account that then owns the data folder; when that
 *    account cannot walk down to the folders, it is given the one capability for that.
 */
export type PostgresAccount = Readonly<{
  /** Words to put before the command. */
  prefix: readonly string[]
  /** Whom `spawn` has to become, when no prefix does it. */
  spawnAs?: Readonly<{ uid: number; gid: number }>
  /** Who must own the data folder, seen from outside. */
  owner?: Readonly<{ uid: number; gid: number }>
}>

const NAMESPACE = ['unshare', '--user', '--map-user=1000'] as const

export type Abilities = Readonly<{ isRoot: boolean; works(command: readonly string[]): boolean }>

const here: Abilities = {
  isRoot: process.getuid?.() === 0,
  works(command) {
    try {
      execFileSync(command[0] as string, command.slice(1), { stdio: 'ignore' })
      return true
    } catch {
      // Absent, or forbidden by the container: then another way is taken.
      return false
    }
  },
}

/** @param paths what the account must be able to reach: binaries and data folder */
export function postgresAccount(paths: readonly string[], can: Abilities = here): PostgresAccount {
  if (!can.isRoot) return { prefix: [] }
  if (can.works([...NAMESPACE, 'true'])) return { prefix: NAMESPACE, owner: { uid: 0, gid: 0 } }
  const owner = unprivilegedAccount()
  if (paths.every(isOpenToAll)) return { prefix: [], spawnAs: owner, owner }
  const prefix = [
    'setpriv',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ]
  if (can.works([...prefix, 'true'])) return { prefix, owner }
  throw new StartError(
    'PostgreSQL will not run as root, and an unprivileged user cannot reach this folder. Start as an ordinary user, or move the folder to a place all users can enter, such as /opt/choba.',
  )
}

/** A file or folder changes hands only when it must: at first, and after a start by another way. */
export function giveTo(account: PostgresAccount, path: string): void {
  const { owner } = account
  const present = statSync(path)
  if (owner === undefined || present.uid === owner.uid) return
  const entries = present.isDirectory() ? (readdirSync(path, { recursive: true }) as string[]) : []
  for (const entry of ['', ...entries]) lchownSync(join(path, entry), owner.uid, owner.gid)
}

function unprivilegedAccount(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new StartError(
    'PostgreSQL will not run as root and this machine has no user `postgres` or `nobody`. Start as an ordinary user.',
  )
}

function isOpenToAll(path: string): boolean {
  const parent = dirname(path)
  if (parent === path) return true
  return (statSync(parent).mode & 0o001) !== 0 && isOpenToAll(parent)
}
