import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Locale, TextKey } from '../../../admin-ui/src/platform/i18n/text-key.ts'
import { eventually } from '../../support/eventually.ts'
import { say } from './say.ts'

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What the browser complained about. */
  complaints: string[]
  t: (key: TextKey, values?: Record<string, string | number>) => string
  go: (path: string) => Promise<void>
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
  if (language !== 'ja') await context.addInitScript({ content: rememberLanguage(language) })
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

/** Not on the empty page between two visits, which has no memory. */
const rememberLanguage = (language: string) => `
  if (location.protocol.startsWith('http')) {
    localStorage.setItem('RaStorechoba.version', '1')
    localStorage.setItem('RaStorechoba.locale', JSON.stringify('${language}'))
  }`

const SOMETHING = 'main :is(h1, [role=status], [role=alert])'
const BUSY = 'main :is(.MuiSkeleton-root, .MuiCircularProgress-root)'

/** Drawn, with its own letters, and nothing still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator(SOMETHING).first().waitFor()
  await eventually(async () => {
    if ((await page.locator(BUSY).count()) > 0) throw new Error('the page is still loading')
  })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}
