import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { addDays, placeOrder, requestCancellation } from './support/furnish-house.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests({ worker: true })
}, 120_000)
afterAll(() => open?.stop())

const balanceOf = async (memberId: string): Promise<number> =>
  (await open.front.get(`/v1/members/${memberId}`)).balance

const pointsIn = (text: string | null): number =>
  Number(/([\d,]+) pt/.exec(text ?? '')?.[1]?.replaceAll(',', ''))

async function orderInDays(member: number, days: number, rooms = 1) {
  const { front, house, guests } = open
  const desk = { front, manager: open.manager, propertyId: house.property }
  const checkIn = addDays(guests.businessDate, days)
  return placeOrder(desk, guests.members[member]?.id ?? '', checkIn, 1, rooms)
}

async function requestInDays(member: number, days: number) {
  return requestCancellation(open.front, await orderInDays(member, days), 'ご都合による')
}

test('what the preview shows is what comes back after the approval, not before', async () => {
  const order = await orderInDays(1, 1, 2)
  const memberId = open.guests.members[1]?.id ?? ''
  const before = await balanceOf(memberId)

  const clerk = await open.browse('front')
  await clerk.go(`/orders/${order.id}/show`)
  await clerk.page.getByRole('button', { name: clerk.t('cancellation.actionRequest') }).click()
  const dialog = clerk.page.getByRole('dialog')
  // One of the two rooms only.
  await dialog.getByRole('checkbox').nth(1).uncheck()
  const sums = dialog.getByRole('group', { name: clerk.t('cancellation.preview') })
  const returned = await eventually(async () => {
    const [paid, fee, back] = await sums.locator('> div').allTextContents()
    expect(pointsIn(paid ?? '') - pointsIn(fee ?? '')).toBe(pointsIn(back ?? ''))
    const stay = order.stays[0]?.id
    const preview = await open.front.get(
      `/v1/orders/${order.id}/cancellation-preview?stayIds=${stay}`,
    )
    expect(pointsIn(back ?? '')).toBe(preview.returned)
    return preview.returned as number
  })
  await dialog
    .getByRole('textbox', { name: clerk.t('commands.reasonRequired') })
    .fill('お一人が体調を崩された')
  await dialog.getByRole('button', { name: clerk.t('cancellation.submitRequest') }).click()
  await clerk.page.getByText(clerk.t('cancellation.requested')).waitFor()
  expect(await balanceOf(memberId)).toBe(before)

  const manager = await open.browse('manager')
  await manager.go('/approvals')
  await manager.page.getByRole('link', { name: new RegExp(order.number) }).click()
  await manager.page.getByText('お一人が体調を崩された').first().waitFor()
  await manager.page.getByRole('button', { name: manager.t('approvals.approve') }).click()
  const decision = manager.page.getByRole('dialog')
  await decision.getByRole('textbox').first().fill('了解しました')
  await decision.getByRole('button', { name: manager.t('approvals.approveConfirm') }).click()
  await manager.page.getByText(manager.t('approvals.approved')).waitFor()
  await eventually(async () => expect(await balanceOf(memberId)).toBe(before + returned))
  await clerk.context.close()
  await manager.context.close()
}, 90_000)

test('a manager rejects, and has to say why', async () => {
  const request = await requestInDays(2, 8)
  const { page, go, t, context } = await open.browse('manager')
  await go(`/approvals/${request.id}/show`)
  await page.getByRole('button', { name: t('approvals.reject') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('approvals.rejectConfirm') }).click()
  await dialog.getByText(t('commands.reasonMissing')).waitFor()
  await dialog.getByRole('textbox').first().fill('規定により承れません')
  await dialog.getByRole('button', { name: t('approvals.rejectConfirm') }).click()
  await page.getByText(t('approvals.rejected')).waitFor()
  await page
    .getByRole('region', { name: t('approvals.decisions') })
    .getByText('規定により承れません')
    .waitFor()
  const { status } = await open.manager.get(`/v1/approvals/${request.id}`)
  expect(status).toBe('rejected')
  await context.close()
}, 60_000)

test('who asked may not decide: a manager sees why, and may withdraw instead', async () => {
  const order = await orderInDays(0, 9)
  const request = await requestCancellation(open.manager, order, '支配人からの申請')
  const { page, go, t, context } = await open.browse('manager')
  await go(`/approvals/${request.id}/show`)
  await page.getByText(t('approvals.notYours')).waitFor()
  expect(await page.getByRole('button', { name: t('approvals.approve') }).count()).toBe(0)
  expect(await page.getByRole('button', { name: t('approvals.reject') }).count()).toBe(0)
  await page.getByRole('button', { name: t('approvals.withdraw') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('お客様が取りやめられた')
  await dialog.getByRole('button', { name: t('approvals.withdrawConfirm') }).click()
  await page.getByText(t('approvals.withdrawn')).waitFor()
  await context.close()
}, 60_000)

test('two managers decide at once: the second is told, and the dialog stays open', async () => {
  const request = await requestInDays(4, 11)
  const { page, go, t, context } = await open.browse('manager')
  await go(`/approvals/${request.id}/show`)
  await page.getByRole('button', { name: t('approvals.approve') }).click()
  const dialog = page.getByRole('dialog')
  // The first manager's decision must not reach this screen by itself before the button is pressed.
  const second = await open.house.as('manager2')
  await page.route('**/v1/approvals/*', (route) => route.abort())
  await second.post(
    `/v1/approvals/${request.id}/reject`,
    { digest: request.digest, reason: '先に判断しました' },
    request.version,
  )
  await dialog.getByRole('button', { name: t('approvals.approveConfirm') }).click()
  await dialog.getByRole('alert').getByText(t('problems.stale')).waitFor()
  await page.unroute('**/v1/approvals/*')
  await eventually(async () =>
    expect(
      await dialog.getByRole('button', { name: t('approvals.approveConfirm') }).isDisabled(),
    ).toBe(true),
  )
  await context.close()
}, 60_000)

test('an order that was never paid is cancelled at once, and the dialog says so', async () => {
  const { page, go, t, context } = await open.browse('front')
  await go(`/orders/${open.guests.pending.id}/show`)
  await page.getByRole('button', { name: t('cancellation.action') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('cancellation.atOnce')).waitFor()
  await dialog.getByRole('textbox').first().fill('ご連絡なし')
  await dialog.getByRole('button', { name: t('cancellation.submitNow') }).click()
  await page.getByText(t('cancellation.cancelled')).waitFor()
  await page.getByRole('main').getByText(t('orders.statuses.cancelled')).first().waitFor()
  await context.close()
}, 60_000)

test('the operator of a demo house moves its clock forward, and every screen follows', async () => {
  const { page, go, t, context } = await open.browse('operator')
  await go('/')
  const { now } = await open.front.get('/v1/clock')
  const name = t('clock.label', { time: '' }).trim()
  await page.getByRole('banner').getByRole('button', { name }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('clock.hour') })
    .click()
  await page.getByText(t('clock.done')).waitFor()
  const moved = await open.front.get('/v1/clock')
  expect(Date.parse(moved.now) - Date.parse(now)).toBeGreaterThanOrEqual(3_600_000)

  const clerk = await open.browse('front')
  await clerk.go('/')
  await clerk.page.getByRole('banner').getByRole('button', { name }).click()
  await clerk.page.getByRole('dialog', { name: clerk.t('clock.title') }).waitFor()
  // Only the operator is offered the buttons.
  expect(await clerk.page.getByRole('button', { name: clerk.t('clock.hour') }).count()).toBe(0)
  await clerk.context.close()
  await context.close()
}, 90_000)
