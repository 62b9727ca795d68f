import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-21 orders are found by hiragana and by room; the address and a saved filter keep the question', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/orders')
  const numbers = async () =>
    (await page.locator('tbody tr a').allTextContents()).toSorted((a, b) => a.localeCompare(b))
  const expected = async (query: string): Promise<string[]> =>
    (await open.front.get(`/v1/orders?propertyId=${open.house.property}&${query}`)).data
      .map(({ number }: { number: string }) => number)
      .toSorted((a: string, b: string) => a.localeCompare(b))

  await page.getByRole('searchbox', { name: t('orders.search') }).fill('みほん　ゆき')
  const found = await expected(`q=${encodeURIComponent('見本 ゆき')}`)
  expect(found.length).toBeGreaterThan(0)
  await eventually(async () => expect(await numbers()).toEqual(found))

  await page.getByRole('button', { name: t('orderSearch.more') }).click()
  const room = open.guests.arrival.stays[0]?.roomNumber ?? ''
  await page.getByRole('searchbox', { name: t('orders.search') }).fill('')
  const all = await expected('perPage=25')
  await eventually(async () => expect(await numbers()).toEqual(all))
  await page.getByRole('searchbox', { name: t('orderSearch.roomNumber') }).fill(room)
  const inRoom = await expected(`roomNumber=${room}`)
  await eventually(async () => expect(await numbers()).toEqual(inRoom))

  await page.getByRole('button', { name: t('orderSearch.save') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('いつもの部屋')
  await dialog.getByRole('button', { name: t('actions.save') }).click()
  await page.reload()
  await eventually(async () => expect(await numbers()).toEqual(inRoom))

  await go('/orders?filter=%7B%7D')
  await page.getByRole('button', { name: 'いつもの部屋' }).click()
  await eventually(async () => expect(await numbers()).toEqual(inRoom))
  await context.close()
}, 60_000)

test('003-28 the figures of a month on one page, each chart a table too, and the file of them', async () => {
  const { page, go, t, context } = await open.browse('manager')
  await go('/kpis')
  const { businessDate } = open.guests
  const from = `${businessDate.slice(0, 7)}-01`
  const { total } = await open.manager.get(
    `/v1/kpis?propertyId=${open.house.property}&from=${from}&until=${businessDate}`,
  )
  expect(total.sold).toBeGreaterThan(0)
  const occupancy = page.getByRole('region', { name: t('kpis.charts.occupancy') }).first()
  await occupancy.getByText(t('kpis.asTable')).click()
  expect(await occupancy.getByRole('row').count()).toBeGreaterThan(28)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: t('kpis.csv') }).click()
  expect((await waiting).suggestedFilename()).toBe(
    `kpi-${from}-${(await waiting).suggestedFilename().slice(15, 25)}.csv`,
  )
  await page.getByRole('button', { name: t('kpis.previousMonth') }).click()
  await page.getByText(t('kpis.nothing')).first().waitFor()
  await context.close()

  const clerk = await open.browse('front')
  await clerk.go('/kpis')
  await clerk.page.getByText(clerk.t('states.noAccessTitle')).waitFor()
  await clerk.context.close()
}, 60_000)
