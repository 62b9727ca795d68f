import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { samplePicture } from '../support/sample-pictures.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

const PHONE = 360

test('003-26 housekeeping on a phone: a room is begun, finished and taken back with one tap each; no guest is named', async () => {
  const { page, go, t, context } = await open.browse('housekeeping', { width: PHONE })
  await go('/housekeeping')
  const waiting = page.locator('article[data-task=waiting]').first()
  const number = (await waiting.getAttribute('data-room')) ?? ''
  const room = page.locator(`article[data-room="${number}"]`)
  await room.getByRole('button', { name: `${t('housekeeping.start')} ${number}` }).click()
  await page.locator(`article[data-room="${number}"][data-task=begun]`).waitFor()
  await room.getByRole('button', { name: `${t('housekeeping.finish')} ${number}` }).click()
  await page.locator(`article[data-room="${number}"][data-task=done]`).waitFor()
  await room.getByRole('button', { name: `${t('housekeeping.reopen')} ${number}` }).click()
  await page.locator(`article[data-room="${number}"][data-task=begun]`).waitFor()
  for (const { name } of open.guests.members)
    expect(await page.locator('body').textContent()).not.toContain(name)
  await go('/board')
  for (const { name } of open.guests.members)
    expect(await page.locator('body').textContent()).not.toContain(name)
  await context.close()
}, 60_000)

test('003-05 what is found is photographed and reported; a manager puts the room into maintenance', async () => {
  const cleaner = await open.browse('housekeeping', { width: PHONE })
  await cleaner.go('/housekeeping')
  const { rooms } = await open.manager.get(`/v1/board?propertyId=${open.house.property}`)
  const free = rooms.find((room: { status: string }) => room.status === 'available')
  await cleaner.page.getByRole('button', { name: cleaner.t('housekeeping.views.floor') }).click()
  const others = cleaner.page.locator('.MuiAccordionSummary-root')
  await others.click()
  await cleaner.page
    .getByRole('button', { name: `${cleaner.t('roomProblem.report')} ${free.number}` })
    .click()
  const dialog = cleaner.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('蛇口から水漏れ')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'leak.jpg',
    mimeType: 'image/jpeg',
    buffer: await samplePicture('jpeg'),
  })
  await dialog.getByRole('img', { name: cleaner.t('roomProblem.photoAlt') }).waitFor()
  await dialog.getByRole('button', { name: cleaner.t('roomProblem.send') }).click()
  await cleaner.page.getByText(cleaner.t('roomProblem.sent')).waitFor()
  await cleaner.context.close()

  const { page, go, t, context } = await open.browse('manager')
  await go('/housekeeping')
  await page.getByRole('img', { name: t('roomProblem.picture', { number: free.number }) }).waitFor()
  const maintenance = t('roomProblem.maintenance')
  await page.getByRole('button', { name: `${maintenance} ${free.number}` }).click()
  const ask = page.getByRole('dialog')
  await ask.getByRole('button', { name: maintenance }).click()
  await page.getByText(t('roomProblem.inMaintenance')).waitFor()
  const board = await open.manager.get(`/v1/board?propertyId=${open.house.property}`)
  const now = board.rooms.find((room: { id: string }) => room.id === free.id)
  expect(now.status).toBe('maintenance')
  await context.close()
}, 60_000)
