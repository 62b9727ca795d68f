import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { receive } from './support/receive.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-03 shows every room of the house with its state in words, and counts them', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/board')
  const { rooms, counts } = await open.front.get(`/v1/board?propertyId=${open.house.property}`)
  expect(await page.locator('article').count()).toBe(rooms.length)
  for (const room of rooms) {
    const tile = page.locator(`article[data-room="${room.number}"]`)
    expect(await tile.textContent()).toContain(t(`room.statuses.${room.status as 'occupied'}`))
    if (room.stay) expect(await tile.textContent()).toContain(room.stay.memberName)
  }
  const totals = page.getByRole('group', { name: t('board.totals') })
  const occupied = totals.getByRole('button', { name: t('room.statuses.occupied') })
  expect(await occupied.textContent()).toContain(String(counts.occupied))
  await occupied.click()
  expect(await page.locator('article').count()).toBe(counts.occupied)
  await context.close()
}, 60_000)

test('003-06 the board moves by itself when a colleague works at another desk', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/board')
  await page.getByText(t('live.on')).waitFor()
  const tile = page.locator('article[data-status=cleaning]').first()
  const number = await tile.getAttribute('data-room')
  const { rooms } = await open.manager.get(`/v1/board?propertyId=${open.house.property}`)
  const room = rooms.find((one: { number: string }) => one.number === number)

  const started = Date.now()
  await open.manager.post(`/v1/rooms/${room.id}/finish-cleaning`)
  await page.locator(`article[data-room="${number}"]:not([data-status=cleaning])`).waitFor()
  // Below the ten seconds after which the board asks of its own accord.
  expect(Date.now() - started).toBeLessThan(4_000)
  await context.close()
}, 60_000)

test('a clerk checks a guest in and out from the tile, asked each time', async () => {
  const clerk = await open.browse('front')
  const { page, go, t, context } = clerk
  await go('/board')
  const tile = page.locator('article[data-status=reserved]').first()
  const number = (await tile.getAttribute('data-room')) ?? ''
  const room = page.locator(`article[data-room="${number}"]`)

  await room.getByRole('button', { name: t('checkIn.action') }).click()
  const dialog = page.getByRole('dialog', { name: t('checkIn.title', { number }) })
  await dialog.getByRole('button', { name: t('actions.cancel') }).click()
  expect(await room.getAttribute('data-status')).toBe('reserved')

  await room.getByRole('button', { name: t('checkIn.action') }).click()
  await receive(clerk, dialog)
  await dialog.getByRole('button', { name: t('checkIn.action'), exact: true }).click()
  await page.getByText(t('checkIn.done')).waitFor()
  await page.locator(`article[data-room="${number}"][data-status=occupied]`).waitFor()

  await room.getByRole('button', { name: t('checkOut.action') }).click()
  const leaving = page.getByRole('dialog', { name: t('checkOut.title', { number }) })
  await leaving.getByRole('button', { name: t('checkOut.action'), exact: true }).click()
  await page.locator(`article[data-room="${number}"][data-status=cleaning]`).waitFor()
  await context.close()
}, 60_000)

test('a manager takes a room out of sale with a reason and gives it back; a clerk is not offered it', async () => {
  const clerk = await open.browse('front')
  await clerk.go('/board')
  await clerk.page.locator('article[data-status=available] > button').first().click()
  const offered = clerk.page
    .getByRole('dialog')
    .getByRole('button', { name: clerk.t('block.action') })
  expect(await offered.count()).toBe(0)
  await clerk.context.close()

  const { page, go, t, context } = await open.browse('manager')
  await go('/board')
  const tile = page.locator('article[data-status=available]').last()
  const number = (await tile.getAttribute('data-room')) ?? ''
  await tile.getByRole('button').first().click()
  const panel = page.getByRole('dialog', { name: t('room.title', { number }) })
  await panel.getByRole('button', { name: t('block.action') }).click()
  const ask = page.getByRole('dialog', { name: t('block.title', { number }) })
  await ask.getByRole('button', { name: t('block.action') }).click()
  await ask.getByText(t('commands.reasonMissing')).waitFor()
  await ask.getByRole('textbox', { name: t('commands.reasonRequired') }).fill('畳の張り替え')
  await ask.getByRole('button', { name: t('block.action') }).click()
  await panel.getByText('畳の張り替え').waitFor()

  await panel.getByRole('button', { name: t('release.action') }).click()
  const release = page.getByRole('dialog', { name: t('release.title', { number }) })
  await release.getByRole('textbox').first().fill('工事完了')
  await release.getByRole('button', { name: t('release.action') }).click()
  await page.locator(`article[data-room="${number}"][data-status=available]`).waitFor()
  await context.close()
}, 60_000)

test('another command that lost the race stays open and says so', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/board')
  const tile = page.locator('article[data-status=occupied]').first()
  const number = (await tile.getAttribute('data-room')) ?? ''
  await tile.getByRole('button', { name: t('checkOut.action') }).click()
  const dialog = page.getByRole('dialog', { name: t('checkOut.title', { number }) })
  const { rooms } = await open.manager.get(`/v1/board?propertyId=${open.house.property}`)
  const stay = rooms.find((room: { number: string }) => room.number === number).stay
  await open.manager.post(`/v1/stays/${stay.id}/check-out`)

  await dialog.getByRole('button', { name: t('checkOut.action'), exact: true }).click()
  await dialog.getByRole('alert').getByText(t('problems.stale')).waitFor()
  await context.close()
}, 60_000)

test('a lost answer is sent again under the same key, and happens once', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/board')
  const keys: string[] = []
  let lost = false
  await page.route('**/finish-cleaning', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (lost) return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
  const tile = page.locator('article[data-status=cleaning]').first()
  const number = (await tile.getAttribute('data-room')) ?? ''
  await tile.getByRole('button', { name: t('cleaning.action') }).click()
  const dialog = page.getByRole('dialog', { name: t('cleaning.title', { number }) })
  await dialog.getByRole('button', { name: t('cleaning.action'), exact: true }).click()
  await dialog.getByText(t('problems.network')).waitFor()
  await dialog.getByRole('button', { name: t('actions.retrySame') }).click()
  await page.getByText(t('cleaning.done')).waitFor()
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  await context.close()
}, 60_000)
