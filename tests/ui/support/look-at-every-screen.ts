import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type HouseWithGuests, openHouseWithGuests } from './house-with-guests.ts'
import { screens, stand } from './screens.ts'
import type { Visitor } from './visitor.ts'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const axeSource = readFileSync(axeFile, 'utf8')

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] }

/**
 * axe is run in the page as an expression, because the page's own policy refuses foreign scripts. Letters
 * stand in sandboxed frames, where no script runs, not even axe.
 */
async function findingsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate<Finding[]>(
    'axe.run({ iframes: false }).then(({ violations }) => violations)',
  )
  return found.map(({ id, nodes }) => [id, ...nodes.map(describeNode)].join(' | '))
}

const describeNode = ({ html, failureSummary }: Finding['nodes'][number]) =>
  `${html.slice(0, 160)} ${failureSummary}`

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** What the browser says of a page that is not there, of nobody being signed in, and of a refusal. */
const EXPECTED = /status of (?:40[149]|422)/
/** A key where a sentence should be. */
const KEY = /\b(ra|resources|nav|board|orders|approvals|members|formats|states)\.[a-z]\w+\b/

/** Every screen and dialog, in one language and at one width: one test file each, so that they run side by side. */
export function lookAtEveryScreen({ language, width }: { language: 'ja' | 'en'; width: number }) {
  let open: HouseWithGuests
  beforeAll(async () => {
    open = await openHouseWithGuests({ mail: true })
  }, 90_000)

  const visitors = new Map<string | null, Promise<Visitor>>()
  const visitorAs = (login: string | null): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? open.browse(login, { language, width })
    visitors.set(login, visitor)
    return visitor
  }
  afterAll(async () => {
    for (const visitor of visitors.values()) await (await visitor).context.close()
    await open?.stop()
  })

  test.each(screens)(
    '$name fits, is complete and open to everyone',
    async (screen) => {
      const visitor = await visitorAs(screen.as)
      const { page, complaints } = visitor
      // A fresh page each time: the drawing of the last one must not be taken for this one's.
      await page.goto('about:blank')
      complaints.length = 0
      await stand(visitor, screen, open.guests)
      expect(await page.evaluate(SIDEWAYS)).toBe(0)
      expect(await page.locator('body').textContent()).not.toMatch(KEY)
      expect(await findingsOf(page)).toEqual([])
      expect(complaints.filter((line) => !EXPECTED.test(line))).toEqual([])
    },
    60_000,
  )
}
