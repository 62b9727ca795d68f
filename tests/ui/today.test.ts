import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'
import { arrival } from '../support/arrival.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-27 the day is worked off line by line, each next step in one tap, and others see it at once', async () => {
  const clerk = await open.browse('front', { width: 360 })
  const { page, go, t } = clerk
  await go('/')
  await page.getByText(t('live.on')).waitFor()
  const arrivals = page.getByRole('region', { name: t('today.arrivals') })
  const before = await open.front.get(`/v1/today?propertyId=${open.house.property}`)
  expect(await arrivals.getByRole('listitem').count()).toBe(before.arrivals.length)

  const [stay] = before.arrivals
    .map((line: { stay: object; next: string }) => (line.next === 'check_in' ? line.stay : null))
    .filter(Boolean)
  await open.front.post(`/v1/stays/${stay.id}/check-in`, arrival())
  const staying = page.getByRole('region', { name: t('today.staying') })
  await staying.getByText(stay.memberName).waitFor()
  await clerk.context.close()
}, 60_000)

test('003-19 an order that waits for points is paid from its line', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/')
  const payments = page.getByRole('region', { name: t('today.payments') })
  await payments.getByRole('button', { name: t('topUp.action') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('topUp.amount') }).fill('500000')
  await dialog.getByRole('button', { name: t('topUp.submit', { points: '500,000 pt' }) }).click()
  await page.getByText(t('today.noPayments')).waitFor()
  const { payments: left } = await open.front.get(`/v1/today?propertyId=${open.house.property}`)
  expect(left).toEqual([])
  await context.close()
}, 60_000)

test('B-04 what waits for a decision leads to it; a clerk is not shown it', async () => {
  const clerk = await open.browse('front')
  await clerk.go('/')
  const heading = { name: clerk.t('today.approvals') }
  expect(await clerk.page.getByRole('region', heading).count()).toBe(0)
  await clerk.context.close()

  const { page, go, t, context } = await open.browse('manager')
  await go('/')
  const approvals = page.getByRole('region', { name: t('today.approvals') })
  await approvals
    .getByRole('link', { name: new RegExp(t('today.decide')) })
    .first()
    .click()
  await page.getByRole('button', { name: t('approvals.approve') }).waitFor()
  await context.close()
}, 60_000)
