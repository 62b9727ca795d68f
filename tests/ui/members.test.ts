import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type HouseWithGuests, openHouseWithGuests } from './support/house-with-guests.ts'
import { typeSomebodyKnown } from './support/screens-members.ts'

let open: HouseWithGuests
beforeAll(async () => {
  open = await openHouseWithGuests()
}, 90_000)
afterAll(() => open?.stop())

test('003-09 003-10 003-11: the desk registers somebody similar, shows his document, corrects him and forgets him', async () => {
  const visitor = await open.browse('manager')
  const { page, t } = visitor
  await visitor.go('/members/create')
  await typeSomebodyKnown(visitor)
  const dialog = page.getByRole('dialog')
  expect(await dialog.textContent()).toContain('M1001')
  await dialog.getByRole('button', { name: t('duplicates.confirm') }).click()
  await page.getByRole('heading', { name: t('formats.sama', { name: '見本 ふたり' }) }).waitFor()
  await page.getByText('********4321').waitFor()

  await page.getByRole('button', { name: t('identity.reveal.action') }).click()
  await dialog.getByRole('button', { name: t('identity.reveal.submit') }).click()
  await dialog.getByText(t('commands.reasonMissing')).waitFor()
  await dialog.getByLabel(t('commands.reasonRequired')).fill('本人の確認')
  await dialog.getByRole('button', { name: t('identity.reveal.submit') }).click()
  await dialog.getByText('TZ7654321').waitFor()
  await dialog.getByRole('button', { name: t('actions.close') }).click()

  await page.getByRole('link', { name: t('actions.edit') }).click()
  await page.getByLabel(t('members.birthDate')).first().fill('1990-09-10')
  await page.getByLabel(t('members.birthDateReason')).fill('旅券で確認')
  await page.getByLabel(t('members.kana')).fill('二人')
  const save = page.getByRole('button', { name: t('actions.save') })
  await save.click()
  // Refused: what was typed is still there, and the field says what is wrong with it.
  await page.getByText('カタカナ（またはひらがな）で入力してください。').waitFor()
  expect(await page.getByLabel(t('members.birthDate')).first().inputValue()).toBe('1990-09-10')
  await page.getByLabel(t('members.kana')).fill('ふたり ミホン')
  await save.click()
  await page.getByRole('tab', { name: t('audit.title') }).click()
  const trail = page.getByRole('region', { name: t('audit.title') })
  await trail.getByText('1990/09/09 → 1990/09/10').waitFor()
  await trail.getByText('ミホン フタリ → フタリ ミホン').waitFor()
  expect(await trail.textContent()).not.toContain('TZ7654321')

  await page.getByRole('button', { name: t('erasure.action') }).click()
  await dialog.getByLabel(t('commands.reasonRequired')).fill('本人の申し出')
  await dialog.getByRole('button', { name: t('erasure.submit') }).click()
  await page.getByRole('heading', { name: t('erasure.erased') }).waitFor()
  expect(await page.getByRole('main').textContent()).not.toMatch(/見本 ふたり|フタリ|1990/)
  await visitor.context.close()
}, 60_000)

test('003-09 W15: a guest registers on a phone, in English, and completes it with the code of the mail', async () => {
  const guest = await open.browse(null, { language: 'en', width: 360 })
  const { page, t } = guest
  await guest.go('/register/kawabe')
  await page.getByRole('button', { name: t('registration.submit') }).click()
  await page.getByText(t('members.required')).first().waitFor()
  await page.getByLabel(t('members.name')).fill('Sample Jo 🌸')
  await page.getByLabel(t('members.kana')).fill('さんぷる じょー')
  await page.getByLabel(t('members.birthDate')).fill('1988-02-29')
  await page.getByLabel(t('members.phone')).fill('+1 555 0199')
  await page.getByLabel(t('members.email')).fill('jo@example.com')
  await page.getByRole('combobox', { name: t('identity.type') }).click()
  await page.getByRole('option', { name: t('identity.types.other') }).click()
  await page.getByLabel(t('identity.number')).fill('1234 5678 9018')
  const send = page.getByRole('button', { name: t('registration.submit') })
  await send.click()
  await page.getByRole('alert').getByText('A My Number cannot be registered').waitFor()
  await page.getByLabel(t('identity.number')).fill('SAMPLE-77')
  await send.click()
  await page.getByRole('link', { name: t('registration.enterCode') }).click()

  await page.getByLabel(t('registration.code')).fill(await codeFor('jo@example.com'))
  await page.getByLabel(t('registration.password')).fill('short')
  const confirm = page.getByRole('button', { name: t('registration.confirm') })
  await confirm.click()
  await page.getByLabel(t('registration.password')).fill('a-password-of-ones-own')
  await confirm.click()
  await page.getByRole('heading', { name: t('registration.doneTitle') }).waitFor()
  const found = await open.front.get('/v1/members?q=サンプルジョー')
  expect(found.data).toEqual([expect.objectContaining({ name: 'Sample Jo 🌸', channel: 'web' })])
  await guest.context.close()
}, 60_000)

async function codeFor(address: string): Promise<string> {
  const { vault, database } = open.house.house
  const rows = await database.sql.rows<{ sealed: Buffer }>(
    "select sealed from messages where template = 'registration_confirm'",
  )
  for (const { sealed } of rows) {
    const said = JSON.parse((await vault.open(database.sql, null, sealed)) ?? '{}')
    if (said.address === address) return said.params.code as string
  }
  throw new Error('no such mail')
}
