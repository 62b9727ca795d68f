import type { Locator } from 'playwright-core'
import type { Visitor } from './visitor.ts'

/** From "here I am" to the last step before the key: the papers of one guest, and his line in the register. */
export async function receive(
  { t }: Visitor,
  dialog: Locator,
  address = '東京都千代田区見本町1-2-3',
) {
  const next = () => dialog.getByRole('button', { name: t('arrival.next') }).click()
  await next()
  await dialog.getByRole('radio', { name: t('arrival.documents.passport') }).check()
  await dialog.getByRole('checkbox', { name: t('arrival.everyGuest') }).check()
  await next()
  await dialog.getByRole('textbox', { name: t('arrival.fields.occupation') }).fill('会社員')
  await dialog.getByRole('textbox', { name: t('arrival.fields.address') }).fill(address)
  await next()
  await dialog.getByText(t('arrival.handOver')).waitFor()
}
