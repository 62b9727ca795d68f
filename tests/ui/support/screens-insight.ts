import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

/** The day of the desk, orders as they are searched, and what the house measures. */
export const insightScreens: Screen[] = [
  { name: 'today', as: 'front', path: () => '/' },
  { name: 'today-manager', as: 'manager', path: () => '/' },
  { name: 'orders-search', as: 'front', path: () => '/orders', open: openSearch },
  { name: 'kpis', as: 'manager', path: () => '/kpis', open: openTables },
]

async function openSearch({ page, t }: Visitor): Promise<void> {
  await page.getByRole('button', { name: t('orderSearch.more') }).click()
  await page.getByLabel(t('orderSearch.roomNumber')).waitFor()
}

async function openTables({ page, t }: Visitor): Promise<void> {
  await page.getByText(t('kpis.asTable')).first().click()
}
