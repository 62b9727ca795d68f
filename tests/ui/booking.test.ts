import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addDays } from './support/furnish-house.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'
import type { Visitor } from './support/visitor.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

async function book({ page, t }: Visitor, member: string): Promise<void> {
  const rooms = page.getByRole('region', { name: t('booking.rooms') })
  await rooms
    .getByRole('button', { name: t('actions.increase') })
    .first()
    .click()
  await page.getByRole('combobox', { name: t('booking.findMember') }).fill(member)
  await page.getByRole('option').first().click()
}

async function confirm({ page, t }: Visitor): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: t('booking.submit') })
    .click()
  const ask = page.getByRole('dialog', { name: t('booking.confirmTitle') })
  await ask.getByRole('button', { name: t('booking.submit') }).click()
}

test('a member with points: the order is paid and confirmed at once', async () => {
  const visitor = await open.browse('front')
  const { page, go, t, context } = visitor
  await go('/book')
  await book(visitor, '見本 健一郎')
  await page.getByText(t('booking.enough')).waitFor()
  await confirm(visitor)
  await page.getByRole('heading', { level: 1 }).getByText(/\d{6}/).waitFor()
  expect(await page.getByRole('main').textContent()).toContain(t('orders.statuses.confirmed'))
  await context.close()
}, 60_000)

test('a member without points: the order waits, and a top-up confirms it', async () => {
  const visitor = await open.browse('front')
  const { page, go, t, context } = visitor
  await go('/book')
  await book(visitor, 'Sample Alex')
  const warning = page.getByText(/残高が [\d,]+ pt 足りません/)
  const price = Number(/[\d,]+/.exec((await warning.textContent()) ?? '')?.[0].replaceAll(',', ''))
  await confirm(visitor)
  await page
    .getByText(/支払待ちです/)
    .first()
    .waitFor()
  const orderPage = page.url()

  await page.getByRole('main').getByRole('link', { name: 'Sample Alex' }).click()
  await page.getByRole('button', { name: t('topUp.action') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('topUp.amount') }).fill('５０,０００')
  await dialog.getByRole('button', { name: t('topUp.submit', { points: '50,000 pt' }) }).click()
  await page.getByText(t('topUp.done', { points: '50,000 pt' })).waitFor()
  const left = `${(50_000 - price).toLocaleString('ja-JP')} pt`
  await page.getByText(left).first().waitFor()

  await page.goto(orderPage)
  await page.getByRole('main').getByText(t('orders.statuses.confirmed')).first().waitFor()
  await context.close()
}, 60_000)

test('003-16 003-17 stays of different dates lie in one cart and become one order', async () => {
  const visitor = await open.browse('front')
  const { page, go, t, context } = visitor
  const { businessDate } = open.guests
  await go(`/book?checkIn=${addDays(businessDate, 20)}&checkOut=${addDays(businessDate, 22)}`)
  await book(visitor, '見本 健一郎')
  await page.getByRole('button', { name: t('booking.addToCart') }).click()
  const cart = page.getByRole('region', { name: t('booking.cart') })
  expect(await cart.getByRole('listitem').count()).toBe(1)
  await page.getByLabel(t('booking.checkIn')).fill(addDays(businessDate, 25))
  const rooms = page.getByRole('region', { name: t('booking.rooms') })
  await rooms
    .getByRole('button', { name: t('actions.increase') })
    .nth(1)
    .click()
  await confirm(visitor)
  await page.getByRole('heading', { level: 1 }).getByText(/\d{6}/).waitFor()
  const orderId = /orders\/([0-9a-f-]+)\//.exec(page.url())?.[1]
  const order = await open.front.get(`/v1/orders/${orderId}`)
  expect(order.stays.map((stay: { checkIn: string }) => stay.checkIn).toSorted()).toEqual([
    addDays(businessDate, 20),
    addDays(businessDate, 25),
  ])
  await context.close()
}, 60_000)

test('003-18 a free day of the timeline begins an order for that day and type', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/timeline')
  const track = page.locator('[data-room]').last()
  const box = await track.boundingBox()
  if (!box) throw new Error('no room in the timeline')
  await track.click({ position: { x: box.width * 0.4, y: box.height / 2 } })
  await page.getByRole('heading', { level: 1, name: t('booking.title') }).waitFor()
  const checkIn = await page.getByLabel(t('booking.checkIn')).inputValue()
  expect(checkIn > open.guests.businessDate).toBe(true)
  expect(page.url()).toContain(`checkIn=${checkIn}`)
  await context.close()
}, 60_000)

test('003-06 arrow keys walk from stay to stay in the timeline, Enter opens one', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/timeline')
  const spans = page.locator('[data-span]')
  await spans.first().focus()
  await page.keyboard.press('ArrowDown')
  const second = await page.locator(':focus').getAttribute('data-span')
  expect(second).not.toBe(await spans.first().getAttribute('data-span'))
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: t('timeline.openOrder') })
    .or(page.getByRole('dialog').getByText(t('room.blockReason')))
    .waitFor()
  await context.close()
}, 60_000)

test('nothing can be ordered without a room and a member, and the page says which is missing', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/book')
  const submit = page.getByRole('main').getByRole('button', { name: t('booking.submit') })
  expect(await submit.isDisabled()).toBe(true)
  await page.getByText(t('booking.pickRoom')).waitFor()
  const rooms = page.getByRole('region', { name: t('booking.rooms') })
  await rooms
    .getByRole('button', { name: t('actions.increase') })
    .first()
    .click()
  await page.getByText(t('booking.pickMember')).waitFor()
  expect(await submit.isDisabled()).toBe(true)
  await context.close()
}, 60_000)

test('003-09 003-16 somebody new is registered inside the booking; what the house refuses stands beside its field', async () => {
  const visitor = await open.browse('front')
  const { page, go, t, context } = visitor
  await go(`/book?checkIn=${addDays(open.guests.businessDate, 30)}`)
  const rooms = page.getByRole('region', { name: t('booking.rooms') })
  await rooms
    .getByRole('button', { name: t('actions.increase') })
    .first()
    .click()
  await page.getByRole('button', { name: t('booking.newMember') }).click()
  const dialog = page.getByRole('dialog', { name: t('members.createTitle') })
  const field = (key: 'name' | 'kana' | 'phone' | 'birthDate') =>
    dialog.locator(`input[name=${key}]`)
  await field('name').fill('見本 ひかり')
  await field('kana').fill('みほん ひかり')
  await field('phone').fill('not a phone')
  await field('birthDate').fill('1995-08-08')
  await dialog.getByRole('combobox', { name: t('identity.type') }).click()
  await page.getByRole('option', { name: t('identity.types.other') }).click()
  await dialog.getByLabel(t('identity.number')).fill('SAMPLE-0099')
  const save = dialog.getByRole('button', { name: t('actions.save') })
  await save.click()
  await dialog.locator('.MuiFormHelperText-root.Mui-error').first().waitFor()
  await field('phone').fill('03-0000-0099')
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/残高が [\d,]+ pt 足りません/).waitFor()
  await confirm(visitor)
  await page
    .getByRole('main')
    .getByRole('link', { name: /見本 ひかり/ })
    .first()
    .waitFor()
  await context.close()
}, 60_000)
