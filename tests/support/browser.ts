import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as engine } from 'playwright-core'
import { unpackedBrowser } from './unpacked-browser.ts'

/** Each of these would have a page behave as it does in nobody's browser. */
const UNWANTED = ['--disable-web-security', '--allow-running-insecure-content', '--single-process']

/**
 * A real Chromium that came with npm; CHOBA_CHROMIUM names another one, to watch a test with.
 * The first launch on a machine unpacks it (2 s).
 */
export async function launchBrowser(options: { headless?: boolean } = {}): Promise<Browser> {
  const own = process.env.CHOBA_CHROMIUM
  if (own) return engine.launch({ executablePath: own, headless: options.headless ?? true })
  const folder = await unpackedBrowser()
  const executablePath = join(folder, 'chromium')
  return engine.launch({
    executablePath,
    args: chromium.args.filter((flag) => !UNWANTED.includes(flag)),
    env: {
      ...process.env,
      // The same letters on every machine, and some on a machine without any.
      FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf'),
      ...librariesFor(executablePath, folder),
    },
    headless: true,
  })
}

/** A machine with its own NSS uses it; one without gets the one that came along. */
function librariesFor(executablePath: string, folder: string): NodeJS.ProcessEnv {
  const needs = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  return needs.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}
}
