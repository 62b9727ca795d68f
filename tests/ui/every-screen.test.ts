import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'
import { screens, stand } from './support/screens.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

type Finding = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

async function findingsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath }).catch(() => page.evaluate(readAxe))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
    return (await axe.run()).violations
  })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
  )
}
const readAxe = () => undefined

const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A key where a sentence should be. */
const KEY = /\b(ra|resources|nav|board|orders|approvals|members|formats|states)\.[a-z]\w+\b/

describe.each([
  { language: 'ja', width: 360 },
  { language: 'en', width: 360 },
  { language: 'ja', width: 1280 },
  { language: 'en', width: 1280 },
] as const)('in $language at $width px', ({ language, width }) => {
  test.each(screens)(
    '$name: fits, is complete and open to everyone',
    async (screen) => {
      const visitor = await open.browse(screen.as, { language, width })
      await stand(visitor, screen, open.guests)
      const { page } = visitor
      expect(await sidewaysOf(page)).toBe(0)
      expect(await page.locator('body').textContent()).not.toMatch(KEY)
      expect(await findingsOf(page)).toEqual([])
      const expected = /status of 404|status of 401/
      expect(visitor.complaints.filter((line) => !expected.test(line))).toEqual([])
      await visitor.context.close()
    },
    60_000,
  )
})
