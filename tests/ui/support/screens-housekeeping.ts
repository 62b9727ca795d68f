import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

const PATH = '/housekeeping'

const opens =
  (key: Parameters<Visitor['t']>[0]) =>
  async ({ page, t }: Visitor): Promise<void> => {
    await page
      .getByRole('main')
      .getByRole('button', { name: t(key) })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  }

/** The rooms to clean, on a phone and at the desk, and what is asked there. */
export const housekeepingScreens: Screen[] = [
  { name: 'housekeeping', as: 'housekeeping', path: () => PATH },
  { name: 'housekeeping-desk', as: 'manager', path: () => PATH },
  {
    name: 'housekeeping-problem',
    as: 'housekeeping',
    path: () => PATH,
    open: opens('roomProblem.report'),
  },
  {
    name: 'housekeeping-settings',
    as: 'manager',
    path: () => PATH,
    open: opens('housekeeping.settings.action'),
  },
  { name: 'housekeeping-board', as: 'housekeeping', path: () => '/board' },
]
