import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PROJECT = join(import.meta.dirname, '..', '..')
const PACKAGE = join(PROJECT, 'node_modules', '@sparticuz', 'chromium')

/** Prints where the package put its binary; it unpacks into the folder for temporary files. */
const UNPACK = `
  import chromium from ${JSON.stringify(join(PACKAGE, 'build', 'index.js'))}
  await chromium.executablePath()`

/** The one that came along looks in the folders of a cloud. */
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`

/**
 * The folder with the unpacked browser and the libraries a bare machine may lack. The package would
 * unpack straight into /tmp, where a second test at the same moment, or the next one after a kill,
 * finds half a browser; so it grows elsewhere and is renamed when it is whole.
 */
export async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(PROJECT, '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const growing = mkdtempSync(join(cache, 'chromium-unfinished-'))
  // The name of a cloud's runtime makes the package unpack its libraries too.
  const env = { ...process.env, TMPDIR: growing, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK], { env })
  writeFileSync(join(growing, 'fonts', 'fonts.conf'), fontsOf(folder))
  try {
    renameSync(growing, folder)
  } catch (error) {
    // Another test was quicker.
    if (!existsSync(folder)) throw error
    rmSync(growing, { recursive: true })
  }
  return folder
}
