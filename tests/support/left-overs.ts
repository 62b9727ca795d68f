import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProcess } from '../../bin/embedded/end-process.ts'
import { type ProcessMark, isAlive, markOf } from '../../bin/embedded/process-mark.ts'

const PREFIX = 'choba-test-'
const RECORD = 'owner.json'

type Owned = Readonly<{ owner: ProcessMark; servers: readonly ProcessMark[] }>

/** A temporary folder whose servers are ended by the next run if this one is killed. */
export function ownedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  recordServers(folder, [])
  return folder
}

export function recordServers(folder: string, servers: readonly ProcessMark[]): void {
  const owned: Owned = { owner: markOf(process.pid) as ProcessMark, servers }
  writeFileSync(join(folder, RECORD), JSON.stringify(owned))
}

/** Ends servers and removes folders of test runs that were killed before they could do it. */
export async function clearLeftOvers(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owned = recordIn(folder)
    if (owned === undefined || isAlive(owned.owner)) continue
    for (const server of owned.servers) {
      await endProcess(server, [{ signal: 'SIGQUIT', waitMs: 2_000 }])
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function recordIn(folder: string): Owned | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as Owned
  } catch {
    // Another program's, or one just being made.
    return undefined
  }
}
