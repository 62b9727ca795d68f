import chromium from '@sparticuz/chromium'
import { type Browser, chromium as engine } from 'playwright-core'

/** Each of these would have a page behave as it does in nobody's browser. */
const UNWANTED = ['--disable-web-security', '--allow-running-insecure-content', '--single-process']

/**
 * A real Chromium that came with npm; CHOBA_CHROMIUM names another one, to watch a test with.
 * The first launch on a machine unpacks it (2 s).
 */
export async function launchBrowser(options: { headless?: boolean } = {}): Promise<Browser> {
  const own = process.env.CHOBA_CHROMIUM
  if (own) return engine.launch({ executablePath: own, headless: options.headless ?? true })
  return engine.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((flag) => !UNWANTED.includes(flag)),
    headless: true,
  })
}
