import type { FurnishedHouse } from './furnish-house.ts'
import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

const someone = ({ members }: FurnishedHouse) => `/members/${members[1]?.id}/show`
/** Who has neither points nor stays. */
const newcomer = ({ newcomer: id }: FurnishedHouse) => `/members/${id}/show`

/** Members: who they are, what was changed, how they are found and forgotten; and the guests' own pages. */
export const memberScreens: Screen[] = [
  { name: 'members', as: 'front', path: () => '/members' },
  { name: 'member', as: 'manager', path: someone },
  { name: 'member-history', as: 'manager', path: someone, open: openHistory },
  { name: 'member-reveal', as: 'manager', path: someone, open: openReveal },
  { name: 'member-erase-refused', as: 'manager', path: someone, open: openErasure },
  { name: 'member-erase', as: 'manager', path: newcomer, open: openErasure },
  { name: 'member-create', as: 'front', path: () => '/members/create' },
  {
    name: 'member-duplicates',
    as: 'front',
    path: () => '/members/create',
    open: typeSomebodyKnown,
  },
  { name: 'member-edit', as: 'front', path: ({ members }) => `/members/${members[1]?.id}` },
  { name: 'register', as: null, path: () => '/register/kawabe' },
  { name: 'register-nowhere', as: null, path: () => '/register/nowhere' },
  { name: 'confirm', as: null, path: () => '/confirm/BCDF-2345-GHJK-6789' },
]

async function openHistory({ page, t }: Visitor): Promise<void> {
  await page.getByRole('tab', { name: t('audit.title') }).click()
  await page.getByText(t('audit.verbs.member_registered')).waitFor()
}

async function openReveal({ page, t }: Visitor): Promise<void> {
  await page.getByRole('button', { name: t('identity.reveal.action') }).click()
}

async function openErasure({ page, t }: Visitor): Promise<void> {
  await page.getByRole('button', { name: t('erasure.action') }).click()
  await page.getByRole('dialog').getByRole('alert').first().waitFor()
}

/** What the desk types of somebody whose telephone is known. */
export async function typeSomebodyKnown({ page, t }: Visitor): Promise<void> {
  await page.getByLabel(t('members.name')).fill('見本 ふたり')
  await page.getByLabel(t('members.kana')).fill('みほん ふたり')
  await page.getByLabel(t('members.birthDate')).fill('1990-09-09')
  await page.getByLabel(t('members.phone')).fill('03-0000-0001')
  await page.getByRole('combobox', { name: t('identity.type') }).click()
  await page.getByRole('option', { name: t('identity.types.passport') }).click()
  await page.getByLabel(t('identity.number')).fill('TZ7654321')
  await page.getByRole('button', { name: t('actions.save') }).click()
  await page.getByRole('dialog').getByRole('link').first().waitFor()
}
