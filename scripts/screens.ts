import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startServices } from '../tests/support/services.ts'
import { screens, stand } from '../tests/ui/support/screens.ts'

/** `npm run screens`: the pictures of the documentation, of a real house with invented guests. */
const folder = join(import.meta.dirname, '..', 'docs', 'screens')

const DESK = 1280
const PHONE = 360
const ON_DESK = [
  'sign-in',
  'today',
  'timeline',
  'availability',
  'rates',
  'kpis',
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
const ON_PHONE = [
  'today',
  'housekeeping',
  'timeline',
  'board',
  'board-check-in',
  'order-cancel',
  'approval',
  'member',
]

const pictures = [
  { language: 'ja', width: DESK, names: ON_DESK },
  {
    language: 'en',
    width: DESK,
    names: ['today', 'timeline', 'board', 'order-cancel', 'approval'],
  },
  { language: 'ja', width: PHONE, names: ON_PHONE },
] as const

const services = await startServices()
process.env['TEST_DATABASE_OWNER_URL'] = services.ownerUrl
process.env['TEST_DATABASE_APP_URL'] = services.appUrl
process.env['TEST_TEMPORAL_ADDRESS'] = services.temporalAddress
const { openHouseWithGuests } = await import('../tests/ui/support/house-with-guests.ts')
const open = await openHouseWithGuests({ mail: true })
try {
  mkdirSync(folder, { recursive: true })
  for (const { language, width, names } of pictures) {
    for (const screen of screens.filter(({ name }) =>
      (names as readonly string[]).includes(name),
    )) {
      const visitor = await open.browse(screen.as, { language, width })
      await stand(visitor, screen, open.guests)
      const size = width === PHONE ? 'phone' : 'desk'
      await visitor.page.screenshot({
        path: join(folder, `${screen.name}-${language}-${size}.png`),
      })
      await visitor.context.close()
    }
  }
} finally {
  await open.stop()
  await services.stop()
}
