import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

const order = (id: string) => `/orders/${id}/show`

/** Receiving guests, seeing them off, putting right, and the register. */
export const deskScreens: Screen[] = [
  {
    name: 'check-in-identity',
    as: 'front',
    path: ({ arrival }) => order(arrival.id),
    open: (visitor) => checkInStep(visitor, 1),
  },
  {
    name: 'check-in-guests',
    as: 'front',
    path: ({ arrival }) => order(arrival.id),
    open: (visitor) => checkInStep(visitor, 2),
  },
  {
    name: 'check-out-statement',
    as: 'front',
    path: () => '/board',
    open: async ({ page, t }) => {
      await page
        .getByRole('button', { name: new RegExp(t('checkOut.action')) })
        .first()
        .click()
      await page.getByRole('region', { name: t('departure.statement') }).waitFor()
    },
  },
  {
    name: 'corrections',
    as: 'manager',
    path: ({ inHouse }) => order(inHouse.id),
    open: async ({ page, t }) => {
      await page
        .getByRole('button', { name: new RegExp(t('corrections.menu', { number: '.+' })) })
        .click()
      await page.getByRole('menuitem', { name: t('corrections.actions.undo_check_in') }).click()
    },
  },
  { name: 'guest-register', as: 'manager', path: () => '/guest-register' },
]

async function checkInStep({ page, t }: Visitor, step: number): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(t('checkIn.action')) })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const next = dialog.getByRole('button', { name: t('arrival.next') })
  await next.click()
  if (step === 1) return
  await dialog.getByRole('radio', { name: t('arrival.documents.passport') }).check()
  await dialog.getByRole('checkbox', { name: t('arrival.everyGuest') }).check()
  await next.click()
}
