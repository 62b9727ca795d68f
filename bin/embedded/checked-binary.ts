import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** @returns whether the file is there and is, to the last bit, the one that was pinned */
export async function isIntact(file: string, sha256: string): Promise<boolean> {
  if (!existsSync(file)) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex') === sha256
}

/**
 * Writes an executable only after its sum was checked, under another name and then renamed: an
 * interrupted download never becomes the cache, and two starts at once cannot spoil each other.
 *
 * @throws Error when the content is not the pinned one
 */
export function keepBinary(file: string, content: Buffer, sha256: string): void {
  const found = createHash('sha256').update(content).digest('hex')
  if (found !== sha256) {
    throw new Error(`the file has SHA-256 ${found} and not ${sha256}; it was thrown away`)
  }
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished-${process.pid}`
  writeFileSync(unfinished, content, { mode: 0o755 })
  renameSync(unfinished, file)
}

/** Removes what interrupted starts left beside the file. */
export function clearUnfinished(file: string): void {
  const folder = dirname(file)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(file)}.unfinished-`))
      rmSync(join(folder, name), { force: true })
  }
}
