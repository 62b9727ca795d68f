import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../tests/support/browser.ts'
import { startHouse } from '../tests/support/house.ts'
import { startServices } from '../tests/support/services.ts'
import { furnishHouse } from '../tests/ui/support/furnish-house.ts'
import { screens, stand } from '../tests/ui/support/screens.ts'
import { visit } from '../tests/ui/support/visitor.ts'

/** `npm run screens`: the pictures of the documentation, of a real house with invented guests. */
const folder = join(import.meta.dirname, '..', 'docs', 'screens')

const DESK = 1280
const PHONE = 360
const ON_DESK = [
  'sign-in',
  'board',
  'board-room',
  'orders',
  'order',
  'order-cancel',
  'booking-filled',
  'approvals',
  'approval',
  'approval-approve',
  'member',
  'member-top-up',
]
const ON_PHONE = ['board', 'board-check-in', 'order-cancel', 'approval', 'member']

const pictures = [
  { language: 'ja', width: DESK, names: ON_DESK },
  { language: 'en', width: DESK, names: ['board', 'order-cancel', 'approval'] },
  { language: 'ja', width: PHONE, names: ON_PHONE },
] as const

const services = await startServices()
process.env['TEST_DATABASE_OWNER_URL'] = services.ownerUrl
process.env['TEST_DATABASE_APP_URL'] = services.appUrl
process.env['TEST_TEMPORAL_ADDRESS'] = services.temporalAddress
const house = await startHouse()
const browser = await launchBrowser()
try {
  const front = await house.as('front')
  const manager = await house.as('manager')
  const guests = await furnishHouse({ front, manager, propertyId: house.property })
  const cookies = { front: front.cookie, manager: manager.cookie, operator: '', housekeeping: '' }
  mkdirSync(folder, { recursive: true })
  for (const { language, width, names } of pictures) {
    for (const screen of screens.filter(({ name }) =>
      (names as readonly string[]).includes(name),
    )) {
      const cookie = screen.as ? cookies[screen.as] : ''
      const visitor = await visit(browser, {
        url: house.url,
        language,
        width,
        ...(cookie && { cookie }),
      })
      await stand(visitor, screen, guests)
      const size = width === PHONE ? 'phone' : 'desk'
      await visitor.page.screenshot({
        path: join(folder, `${screen.name}-${language}-${size}.png`),
      })
      await visitor.context.close()
    }
  }
} finally {
  await browser.close()
  await house.stop()
  await services.stop()
}
