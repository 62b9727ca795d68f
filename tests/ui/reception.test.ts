import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'
import { receive } from './support/receive.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-25 003-26 B-10 received by papers and register, wrongly checked out, and back in the room with a reason', async () => {
  const clerk = await open.browse('front')
  const { page, go, t, context } = clerk
  const { rooms } = await open.front.get(`/v1/board?propertyId=${open.house.property}`)
  const { number, arrival } = rooms.find((room: { allowedActions: string[] }) =>
    room.allowedActions.includes('check_in'),
  )
  await go(`/orders/${arrival.orderId}/show`)
  const main = page.getByRole('main')
  await main.getByRole('button', { name: `${t('checkIn.action')} ${number}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('arrival.next') }).click()
  await dialog.getByRole('button', { name: t('arrival.next') }).click()
  await dialog.getByText(t('arrival.documentMissing')).waitFor()
  await dialog.getByRole('button', { name: t('arrival.back') }).click()
  await receive(clerk, dialog)
  await dialog.getByRole('button', { name: t('checkIn.action'), exact: true }).click()
  await page.getByText(t('checkIn.done')).waitFor()

  await main.getByRole('button', { name: `${t('checkOut.action')} ${number}` }).click()
  await dialog.getByRole('region', { name: t('departure.statement') }).waitFor()
  await dialog.getByRole('button', { name: t('checkOut.action'), exact: true }).click()
  await page.getByText(t('checkOut.done')).waitFor()

  await main.getByRole('button', { name: t('corrections.menu', { number }) }).click()
  await page.getByRole('menuitem', { name: t('corrections.actions.undo_check_out') }).click()
  await dialog.getByRole('button', { name: t('corrections.actions.undo_check_out') }).click()
  await dialog.getByText(t('commands.reasonMissing')).waitFor()
  await dialog.getByRole('textbox').first().fill('隣の部屋と取り違えた')
  await dialog.getByRole('button', { name: t('corrections.actions.undo_check_out') }).click()
  await main.getByRole('button', { name: `${t('checkOut.action')} ${number}` }).waitFor()
  const { status } = await open.front.get(`/v1/stays/${arrival.id}`)
  expect(status).toBe('in_house')
  await context.close()
}, 90_000)
