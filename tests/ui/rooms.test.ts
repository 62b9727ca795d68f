import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { samplePicture } from '../support/sample-pictures.ts'
import { addDays } from './support/furnish-house.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-01 003-02 a room is registered, pictured, found and retired; what was typed survives a refusal', async () => {
  const { page, go, t, context } = await open.browse('operator', { width: 1280 })
  await go('/rooms/create')
  const fill = (label: string, value: string) =>
    page
      .getByRole('textbox', { name: label })
      .or(page.getByRole('spinbutton', { name: label }))
      .fill(value)
  await fill(t('rooms.number'), '離れ髙1')
  await fill(t('rooms.floor'), '1')
  await fill(t('rooms.areaField'), '7')
  await fill(t('rooms.ownCapacity'), '3')
  await page.getByRole('combobox', { name: t('rooms.type') }).click()
  await page.getByRole('option', { name: 'ツイン' }).click()
  await page.getByRole('button', { name: t('actions.save') }).click()
  await page.getByText(/7 m²/).waitFor()
  await fill(t('rooms.ownCapacity'), '2')
  await page.getByRole('button', { name: t('actions.save') }).click()
  await page
    .getByRole('heading', { level: 1, name: t('room.title', { number: '離れ髙1' }) })
    .waitFor()

  await page.locator('input[type=file]').setInputFiles([
    { name: 'room.jpg', mimeType: 'image/jpeg', buffer: await samplePicture('jpeg') },
    { name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('手紙') },
  ])
  await page
    .getByRole('button', { name: t('pictures.of', { number: '離れ髙1', place: 1 }), exact: true })
    .waitFor()
  await page.getByText('letter.png').waitFor()

  await go('/rooms')
  await page.getByRole('searchbox', { name: t('rooms.search') }).fill('髙')
  const rows = page.locator('main tbody tr')
  await eventually(async () => expect(await rows.count()).toBe(1))
  await rows.getByRole('link', { name: '離れ髙1' }).click()
  await page.getByRole('button', { name: `${t('rooms.retire')} 離れ髙1` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('倉庫にする')
  await dialog.getByRole('button', { name: t('rooms.retire') }).click()
  await page.getByRole('button', { name: `${t('rooms.unretire')} 離れ髙1` }).waitFor()
  await context.close()
}, 90_000)

test('003-05 a block ends on the day its dialog says, moves, and every open screen sees it', async () => {
  const day = open.guests.businessDate
  const front = await open.house.as('front')
  const { data } = await front.get(
    `/v1/rooms?propertyId=${open.house.property}&status=available&freeFrom=${day}&freeUntil=${addDays(day, 6)}`,
  )
  const room = data[0] as { id: string; number: string }
  const manager = await open.browse('manager', { width: 1280 })
  const watcher = await open.browse('front', { width: 360 })
  await watcher.go('/board')
  const { page, t } = manager
  await manager.go(`/rooms/${room.id}/show`)
  await page.getByRole('button', { name: `${t('block.action')} ${room.number}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('block.until')).fill(addDays(day, 2))
  await dialog.getByRole('textbox', { name: t('commands.reasonRequired') }).fill('畳替え')
  await dialog.getByRole('button', { name: t('block.action') }).click()
  await dialog.waitFor({ state: 'detached' })
  const blockNow = async () =>
    (await front.get(`/v1/room-blocks?roomId=${room.id}&status=open`)).data[0]
  expect((await blockNow()).untilNight).toBe(addDays(day, 1))
  await watcher.page
    .locator(`article[data-room="${room.number}"][data-status=maintenance]`)
    .waitFor()

  await page.getByRole('button', { name: t('blocks.change') }).click()
  await dialog.getByLabel(t('block.until')).fill(addDays(day, 4))
  await dialog.getByRole('textbox', { name: t('commands.reasonRequired') }).fill('部品待ち')
  await dialog.getByRole('button', { name: t('blocks.change') }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await blockNow()).untilNight).toBe(addDays(day, 3))

  await page.getByRole('button', { name: t('release.action') }).click()
  await dialog.getByRole('textbox').fill('早く済んだ')
  await dialog.getByRole('button', { name: t('release.action') }).click()
  await watcher.page.locator(`article[data-room="${room.number}"][data-status=available]`).waitFor()
  await manager.context.close()
  await watcher.context.close()
}, 90_000)
