import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addDays, placeOrder } from './support/furnish-house.ts'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'

let open: HouseWithGuests

beforeAll(async () => {
  open = await openHouseWithGuests({ worker: true, mailbox: true })
}, 120_000)
afterAll(() => open?.stop())

test.each(['ja', 'en'] as const)(
  'W28 003-20 B-18 a booking is confirmed by mail: it comes into the mailbox, is read with its paper, and is sent again (%s)',
  async (language) => {
    const { house, guests, front } = open
    const desk = { front, manager: open.manager, propertyId: house.property }
    const guest = guests.members[2] as { id: string }
    const from = addDays(guests.businessDate, language === 'ja' ? 20 : 24)
    const order = await placeOrder(desk, guest.id, from, 1)

    const { page, go, t, context } = await open.browse('front', { language })
    await go('/mailbox')
    const arrived = page.getByRole('link', { name: new RegExp(`\\(${order.number}\\)`) })
    await arrived.first().click()
    const letter = page.frameLocator('iframe')
    await letter.getByRole('cell', { name: order.number, exact: true }).waitFor()
    expect(await letter.locator('a, img, script, form').count()).toBe(0)

    const paper = page.getByRole('link', { name: new RegExp(`${order.number}\\.pdf`) })
    const address = String(await paper.getAttribute('href'))
    const { bytes, headers } = await front.request('GET', address)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')

    await page.getByRole('tab', { name: t('messages.views.source') }).click()
    await page.getByText('Auto-Submitted: auto-generated').waitFor()
    await page.getByRole('link', { name: t('mailbox.openRecord') }).click()
    const first = page.url()
    await page.getByRole('button', { name: t('messages.resend'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: t('messages.resendConfirm') })
    await confirm.click()
    await dialog.getByText(t('commands.reasonMissing')).waitFor()
    await dialog.getByRole('textbox').fill('お電話でのご希望')
    await confirm.click()
    await page.getByRole('link', { name: t('messages.openFirst') }).waitFor()
    expect(page.url()).not.toBe(first)
    await page.locator('main').getByText(t('messages.statuses.sent'), { exact: true }).waitFor()

    await go(`/orders/${order.id}/show`)
    const section = page.getByRole('region', { name: t('messages.title') })
    const sent = section.getByText(t('messages.statuses.sent'), { exact: true })
    await sent.nth(1).waitFor()
    expect(await sent.count()).toBe(2)
    await context.close()
  },
  120_000,
)
