import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

/** What a stay can become after it was sold: another room, a pinned one, a shorter one. */
export const staysScreens: Screen[] = [
  {
    name: 'stay-move',
    as: 'front',
    path: ({ future }) => `/orders/${future.id}/show`,
    open: async (visitor) => {
      await press(visitor, 'stays.move.action')
      await visitor.page.getByRole('radiogroup', { name: visitor.t('stays.move.rooms') }).waitFor()
    },
  },
  {
    name: 'stay-pin',
    as: 'front',
    path: ({ future }) => `/orders/${future.id}/show`,
    open: (visitor) => press(visitor, 'stays.pin.action'),
  },
  {
    name: 'stay-extend',
    as: 'front',
    path: ({ future }) => `/orders/${future.id}/show`,
    open: async (visitor) => {
      await press(visitor, 'stays.extend.action')
      await visitor.page.getByRole('group', { name: visitor.t('stays.extend.sums') }).waitFor()
    },
  },
  {
    name: 'stay-leave-early',
    as: 'front',
    path: ({ inHouse }) => `/orders/${inHouse.id}/show`,
    open: async (visitor) => {
      await press(visitor, 'stays.departEarly.action')
      await visitor.page.getByRole('group', { name: visitor.t('cancellation.preview') }).waitFor()
    },
  },
]

/** A stay's buttons say their room too, for those who do not see where they stand. */
export async function press({ page, t }: Visitor, key: Parameters<Visitor['t']>[0]): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: t(key) })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
}
