import { launchBrowser } from '../tests/support/browser.ts'
import { startHouse } from '../tests/support/house.ts'
import { startServices } from '../tests/support/services.ts'
import { furnishHouse } from '../tests/ui/support/furnish-house.ts'
import { housekeepingScreens } from '../tests/ui/support/screens-housekeeping.ts'
import { stand } from '../tests/ui/support/screens.ts'
import { visit } from '../tests/ui/support/visitor.ts'
import { samplePicture } from '../tests/support/sample-pictures.ts'
const services = await startServices()
process.env['TEST_DATABASE_OWNER_URL'] = services.ownerUrl
process.env['TEST_DATABASE_APP_URL'] = services.appUrl
process.env['TEST_TEMPORAL_ADDRESS'] = services.temporalAddress
const house = await startHouse()
const browser = await launchBrowser()
try {
  const front = await house.as('front'), manager = await house.as('manager'), hk = await house.as('housekeeping')
  const guests = await furnishHouse({ front, manager, propertyId: house.property })
  const day: any = await hk.get(`/v1/housekeeping?propertyId=${house.property}`)
  const open = day.rooms.find((r: any) => r.task === 'waiting')
  const free = day.rooms.filter((r: any) => r.task === 'none')
  const me = day.cleaners.find((c: any) => c.name.startsWith('清掃')).id
  await front.post('/v1/housekeeping/assign', { propertyId: house.property, date: day.date, roomIds: [open.roomId, free[0].roomId], staffId: me })
  const extra: any = await front.post(`/v1/rooms/${free[0].roomId}/request-cleaning`, { note: '布団の交換もお願いします' })
  await hk.post(`/v1/cleanings/${extra.id}/start`)
  const p: any = await hk.post(`/v1/rooms/${free[1].roomId}/problems`, { report: '洗面台の水が止まりません' })
  await hk.request('POST', `/v1/room-problems/${p.id}/picture`, { file: { type: 'image/jpeg', bytes: await samplePicture('jpeg') } })
  const cookies: any = { front: front.cookie, manager: manager.cookie, housekeeping: hk.cookie }
  for (const [language, width] of [['ja', 360], ['ja', 1280], ['en', 360], ['en', 1280]] as const)
    for (const s of housekeepingScreens) {
      const v = await visit(browser, { url: house.url, language, width, cookie: cookies[s.as as string] })
      await stand(v, s, guests)
      await v.page.waitForTimeout(400)
      await v.page.screenshot({ path: `/tmp/hkshots/${s.name}-${language}-${width}.png`, fullPage: true })
      if (v.complaints.length) console.log(s.name, v.complaints)
      await v.context.close()
    }
} finally { await browser.close(); await house.stop(); await services.stop() }
process.exit(0)
