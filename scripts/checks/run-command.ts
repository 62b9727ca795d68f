import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const PROJECT = join(import.meta.dirname, '..', '..')

/** The environment of an npm script, also when nobody called npm: our own Node and tools come first. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const bin = join(PROJECT, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...extra }
}

export type Outcome = Readonly<{ ok: boolean; output: string; seconds: number }>

/** Runs a tool and keeps what it says, so that several can run at once and only failures speak. */
export function runQuietly(command: string, args: readonly string[]): Promise<Outcome> {
  const begin = Date.now()
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: PROJECT, env: toolEnvironment() })
    const end = (ok: boolean) =>
      resolve({
        ok,
        output: Buffer.concat(chunks).toString(),
        seconds: (Date.now() - begin) / 1000,
      })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message))
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}
