import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import type { Visitor } from './support/visitor.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

/** To the next month, and on only when its nights have taken the place of the last one's. */
async function turnPage({ page, t }: Visitor, first: Locator): Promise<void> {
  const before = (await first.textContent()) ?? ''
  await page.getByRole('button', { name: t('nights.nextMonth') }).click()
  await first.filter({ hasNotText: before }).waitFor()
}

test('003-07 a manager raises a range by keyboard, sees it before it is saved, and undoes it', async () => {
  const visitor = await open.browse('manager')
  const { page, go, t, context } = visitor
  await go('/rates')
  const grid = page.getByRole('grid', { name: t('rates.title') })
  const first = grid.getByRole('gridcell').first()
  await turnPage(visitor, first)
  const before = await first.textContent()

  await first.click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await grid.locator('[aria-selected=true]').count()).toBe(4)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: t('rates.editTitle') })
  await dialog.getByRole('textbox', { name: t('rates.points') }).fill('１２，３４５')
  await dialog.getByText(t('rates.previewSum', { smart_count: 4 })).waitFor()
  await dialog.getByRole('button', { name: t('rates.save', { smart_count: 4 }) }).click()
  await page.getByText(t('rates.saved', { smart_count: 4 })).waitFor()
  await first.getByText('12,345', { exact: true }).waitFor()

  await page.getByRole('button', { name: t('rates.undo') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('rates.undo') })
    .click()
  await page.getByText(t('rates.undone')).waitFor()
  await grid.getByText('12,345').first().waitFor({ state: 'detached' })
  expect(await first.textContent()).toBe(before)
  await context.close()
}, 60_000)

test('003-18 a free night in the calendar begins its booking, with the dates filled in', async () => {
  const visitor = await open.browse('front')
  const { page, go, t, context } = visitor
  await go('/availability')
  await turnPage(visitor, page.getByRole('gridcell').first())
  const night = page
    .getByRole('grid')
    .getByRole('gridcell', { name: /空室 [1-9]/ })
    .first()
  await night.click()
  await page.getByRole('heading', { level: 1, name: t('booking.title') }).waitFor()
  const wish = new URL(page.url().replace('#/', '')).searchParams
  expect(wish.get('checkIn')).toMatch(/-01$/)
  expect(wish.get('checkOut')).toMatch(/-02$/)
  await context.close()
}, 60_000)

test('003-07 a phone chooses a range with two touches; what is refused keeps what was typed', async () => {
  const visitor = await open.browse('manager', { width: 360 })
  const { page, go, t, context } = visitor
  await go('/rates')
  const nights = page.getByRole('button', { name: /空室 \d/ })
  await turnPage(visitor, nights.first())
  await nights.nth(9).click()
  await nights.nth(11).click()
  await page
    .getByRole('status')
    .getByRole('button', { name: t('rates.edit') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('rates.editTitle') })
  const points = dialog.getByRole('textbox', { name: t('rates.points') })
  await points.fill('0')
  await dialog.getByRole('alert').waitFor()
  expect(await points.inputValue()).toBe('0')
  await points.fill('9000')
  await dialog.getByRole('button', { name: t('rates.save', { smart_count: 3 }) }).click()
  await page.getByText(t('rates.saved', { smart_count: 3 })).waitFor()
  await context.close()
}, 60_000)
