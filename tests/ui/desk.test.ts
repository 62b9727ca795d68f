import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('who works at two houses switches between them and never sees one under the name of the other', async () => {
  await open.house.house.database.sql.run(
    `insert into staff_roles (staff_id, property_id, role)
     select id, $1, 'front' from staff where login = 'manager2'`,
    [open.house.otherProperty],
  )
  const { page, go, t, context } = await open.browse('manager2', { width: 360 })
  await go('/board')
  const { properties } = await (await open.house.as('manager2')).get('/v1/session')
  const [here, there] = properties as { id: string; name: string }[]
  const roomsOf = async (id: string | undefined) =>
    (await (await open.house.as('manager2')).get(`/v1/board?propertyId=${id}`)).rooms.length

  expect(await page.locator('article').count()).toBe(await roomsOf(here?.id))
  await page.getByRole('button', { name: t('property.switch') }).click()
  await page.getByRole('menuitem', { name: there?.name ?? '' }).click()
  await page.getByRole('button', { name: new RegExp(there?.name ?? '') }).waitFor()
  const rooms = await roomsOf(there?.id)
  await eventually(async () => expect(await page.locator('article').count()).toBe(rooms))
  await page.getByRole('link', { name: t('nav.orders'), exact: true }).click()
  await page.getByText(t('orders.emptyTitle')).waitFor()
  await context.close()
}, 60_000)

test('a person whose language is English finds the screens in English; Japanese is one choice away', async () => {
  await open.house.house.database.sql.run(
    `update staff set locale = 'en' where login = 'accounting'`,
  )
  const { page, go, context } = await open.browse('accounting')
  await go('/')
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitemradio', { name: '日本語' }).click()
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  await context.close()
}, 60_000)

test('the board can be worked without a mouse', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go('/board')
  const focused = page.locator(':focus')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('button', { name: t('nav.skip') })
  expect(await skip.and(focused).count()).toBe(1)
  await page.keyboard.press('Enter')

  const tile = page.locator('article[data-status=occupied] > button').first()
  await tile.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.waitFor()
  expect(await panel.locator(focused).or(panel.and(focused)).count()).toBe(1)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await eventually(async () => expect(await tile.and(focused).count()).toBe(1))
  await context.close()
}, 60_000)

test('when the house cannot be reached the page says so, and comes back on request', async () => {
  const { page, go, t, context } = await open.browse('front')
  await page.route('**/v1/orders?*', (route) => route.abort())
  await page.goto('/#/orders')
  await page.getByRole('alert').getByText(t('states.failureTitle')).waitFor()
  await page.unroute('**/v1/orders?*')
  await page.getByRole('button', { name: t('actions.retry') }).click()
  await page.getByRole('table').waitFor()
  await go('/orders?filter=%7B%22q%22%3A%22nobody%22%7D')
  await page.getByText(t('states.noMatchTitle')).waitFor()
  await page.getByRole('button', { name: t('actions.clear') }).click()
  await page.getByRole('table').waitFor()
  await context.close()
}, 60_000)
