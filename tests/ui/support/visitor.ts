import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Locale, TextKey } from '../../../admin-ui/src/platform/i18n/text-key.ts'
import { say } from './say.ts'

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What the browser complained about. */
  complaints: string[]
  t(key: TextKey, values?: Record<string, string | number>): string
  go(path: string): Promise<void>
}

export type Visit = {
  url: string
  /** `name=value` of a session cookie; without one the visitor stands before the sign-in. */
  cookie?: string
  language?: Locale
  width?: number
  height?: number
}

const PHONE_HEIGHT = 740
const DESK_HEIGHT = 900

/** A person with a browser of their own. */
export async function visit(browser: Browser, options: Visit): Promise<Visitor> {
  const { url, cookie, language = 'ja', width = 1280 } = options
  const height = options.height ?? (width < 600 ? PHONE_HEIGHT : DESK_HEIGHT)
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL: url,
    reducedMotion: 'reduce',
  })
  if (cookie) {
    const at = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }])
  }
  if (language !== 'ja') await context.addInitScript(rememberLanguage, language)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return {
    page,
    context,
    complaints,
    t: (key, values) => say(language, key, values),
    async go(path) {
      await page.goto(`/#${path}`)
      await settled(page)
    },
  }
}

const rememberLanguage = (language: string) => {
  if (location.origin === 'null') return
  localStorage.setItem('RaStorechoba.version', '1')
  localStorage.setItem('RaStorechoba.locale', JSON.stringify(language))
}

/** Drawn, with its own letters, and nothing still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').waitFor()
  await page.waitForFunction(() => {
    const busy = document.querySelector('main .MuiSkeleton-root, main .MuiCircularProgress-root')
    return busy === null && document.querySelector('main h1, main [role=status], main [role=alert]')
  })
  await page.evaluate(() => document.fonts.ready)
}
