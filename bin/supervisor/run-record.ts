import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess } from '../embedded/end-process.ts'
import { type ProcessMark, isAlive, markOf } from '../embedded/process-mark.ts'
import { StartError } from '../embedded/start-error.ts'
import type { Say } from './say.ts'

/**
 * Who runs this data folder and which processes belong to it. Written before anything is started,
 * so that a second start sees the first, and a start after a kill -9 finds the orphans.
 */
export type RunRecord = Readonly<{
  note(name: string, mark: ProcessMark): void
  clear(): void
}>

type Content = { supervisor: ProcessMark; url: string; children: [string, ProcessMark][] }

/** @throws StartError when another start runs this folder */
export async function claimFolder(folder: string, url: string, say: Say): Promise<RunRecord> {
  const file = join(folder, 'run.json')
  const earlier = read(file)
  if (earlier && isAlive(earlier.supervisor)) {
    throw new StartError(
      `Choba is already running from this folder: ${earlier.url} (process ${earlier.supervisor.pid}). Stop it there with Ctrl-C, or start a second house with its own CHOBA_DATA and PORT.`,
    )
  }
  const content: Content = {
    supervisor: markOf(process.pid) as ProcessMark,
    url,
    children: earlier?.children ?? [],
  }
  write(file, content)
  // The last one started writes the most, so it ends first; PostgreSQL was the first.
  for (const [name, orphan] of content.children.toReversed()) await endOrphan(name, orphan, say)
  content.children = []
  write(file, content)
  return {
    note(name, mark) {
      content.children = [...content.children.filter(([, known]) => isAlive(known)), [name, mark]]
      write(file, content)
    },
    clear() {
      rmSync(file, { force: true })
    },
  }
}

async function endOrphan(name: string, orphan: ProcessMark, say: Say): Promise<void> {
  if (!isAlive(orphan)) return
  say(`Ending ${name}, left over from a start that was killed (process ${orphan.pid}) …`)
  // SIGINT is PostgreSQL's fast shutdown and means "stop" to all others.
  await endProcess(orphan, [{ signal: 'SIGINT', waitMs: 5_000 }])
}

/** @returns the process that runs the house of this folder, if one does */
export function runningSupervisor(folder: string): ProcessMark | undefined {
  const supervisor = read(join(folder, 'run.json'))?.supervisor
  return supervisor && isAlive(supervisor) ? supervisor : undefined
}

function read(file: string): Content | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content
  } catch {
    // Cut short by a power cut: nothing of that time runs any more.
    return undefined
  }
}

function write(file: string, content: Content): void {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, JSON.stringify(content))
  renameSync(unfinished, file)
}
