import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

/** The rates grid, its rules, and the calendar of what is free. */
export const screensOfRates: Screen[] = [
  { name: 'availability', as: 'front', path: () => '/availability' },
  { name: 'rates', as: 'manager', path: () => '/rates' },
  { name: 'rates-read-only', as: 'front', path: () => '/rates' },
  { name: 'rates-edit', as: 'manager', path: () => '/rates', open: openEdit },
  { name: 'rates-missing', as: 'manager', path: () => '/rates', open: openUnpricedMonth },
  { name: 'rate-rules', as: 'manager', path: () => '/rates/rules' },
  {
    name: 'rate-rules-edit',
    as: 'manager',
    path: () => '/rates/rules',
    open: ({ page, t }) => page.getByRole('button', { name: t('rules.edit') }).click(),
  },
  {
    name: 'birthday-edit',
    as: 'manager',
    path: () => '/rates/rules',
    open: ({ page, t }) =>
      page.getByRole('button', { name: t('birthday.edit'), exact: true }).click(),
  },
  {
    name: 'house-day',
    as: 'manager',
    path: () => '/rates/rules',
    open: ({ page, t }) => page.getByRole('button', { name: t('houseDays.add') }).click(),
  },
]

async function openEdit({ page, t }: Visitor): Promise<void> {
  await page.getByRole('button', { name: t('rates.edit') }).click()
  const dialog = page.getByRole('dialog', { name: t('rates.editTitle') })
  await dialog.getByRole('textbox', { name: t('rates.points') }).fill('12,000')
  await dialog.getByRole('region', { name: t('rates.preview') }).waitFor()
}

/** Rates of a demo house end after 400 days: beyond them every night says that it has none. */
async function openUnpricedMonth({ page, t }: Visitor): Promise<void> {
  for (let months = 0; months < 14; months += 1)
    await page.getByRole('button', { name: t('nights.nextMonth') }).click()
  await page.getByRole('alert').waitFor()
}
