import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcess } from '../../../bin/embedded/end-process.ts'
import { type ProcessMark, isAlive } from '../../../bin/embedded/process-mark.ts'
import { freePort } from '../../../bin/embedded/ports.ts'

const START = join(import.meta.dirname, '..', 'fixtures', 'start-house.ts')

/** A folder and a port on which houses are started, one after the other. */
export type Site = Readonly<{
  folder: string
  port: number
  url: string
  houses: ChildProcess[]
  /** Also ends what a failed test left running. */
  clear(): Promise<void>
}>

export async function newSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'choba-start-'))
  const port = await freePort()
  const houses: ChildProcess[] = []
  const site: Site = {
    folder,
    port,
    url: `http://127.0.0.1:${port}`,
    houses,
    async clear() {
      for (const house of houses) house.kill('SIGKILL')
      const posts = existsSync(join(folder, 'data', 'run.json')) ? postsOf(site) : {}
      for (const mark of Object.values(posts)) await endProcess(mark, [])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return site
}

export type HouseProcess = Readonly<{
  child: ChildProcess
  /** All it has said so far. */
  said(): string
  /** Resolves when it has said this; rejects when it ends without. */
  untilSaid(words: string | RegExp, limitMs?: number): Promise<void>
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}>

/** The real supervisor on real servers, with stand-ins for our own three programs. */
export function startHouse(
  site: Site,
  env: NodeJS.ProcessEnv = {},
  prefix: readonly string[] = [],
): HouseProcess {
  const [command, ...args] = [...prefix, process.execPath, START]
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      CHOBA_DATA: join(site.folder, 'data'),
      PORT: String(site.port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, as a terminal gives to what it runs.
    detached: true,
  })
  site.houses.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const untilSaid = async (words: string | RegExp, limitMs = 40_000) => {
    const until = Date.now() + limitMs
    while (output.search(words) < 0) {
      const isOver = child.exitCode !== null || child.signalCode !== null || Date.now() > until
      if (isOver) throw new Error(`it never said ${String(words)}, but:\n${output}`)
      await sleep(20)
    }
  }
  return { child, ended, said: () => output, untilSaid }
}

/** The processes the house of this site has started, by their posts. */
export function postsOf(site: Site): Record<string, ProcessMark> {
  const record = JSON.parse(readFileSync(join(site.folder, 'data', 'run.json'), 'utf8')) as {
    children: [string, ProcessMark][]
  }
  return Object.fromEntries(record.children)
}

/** What still runs of the given processes, and whatever else names the site's folder. */
export function leftOf(site: Site, marks: Record<string, ProcessMark>): string[] {
  const living = Object.keys(marks).filter((post) => isAlive(marks[post] as ProcessMark))
  return [...living, ...commandsNaming(site.folder)]
}

function commandsNaming(folder: string): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line.includes(folder))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // Gone meanwhile.
    return ''
  }
}

/** Ctrl-C, which the terminal sends to the whole group, and how long it took. */
export async function closeHouse(house: HouseProcess): Promise<number> {
  const begin = Date.now()
  process.kill(-(house.child.pid as number), 'SIGINT')
  await house.ended
  return Date.now() - begin
}
