import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

/** What the figures depend on; printed beside them. */
export function machine(postgres: string) {
  return {
    node: process.version,
    postgres,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    flushesPerSecond: flushesPerSecond(),
  }
}

/** How often a second this disk says that something is safe. */
function flushesPerSecond(): number {
  const folder = mkdtempSync(join(tmpdir(), 'choba-flush-'))
  const file = openSync(join(folder, 'x'), 'w')
  const from = performance.now()
  let count = 0
  while (performance.now() - from < 1_000) {
    writeSync(file, Buffer.alloc(8_192), 0, 8_192, 0)
    fdatasyncSync(file)
    count += 1
  }
  closeSync(file)
  rmSync(folder, { recursive: true })
  return count
}
