import type { FurnishedHouse } from './furnish-house.ts'
import { housekeepingScreens } from './screens-housekeeping.ts'
import { messageScreens } from './screens-messages.ts'
import { insightScreens } from './screens-insight.ts'
import { screensOfRates } from './screens-rates.ts'
import { roomScreens } from './screens-rooms.ts'
import { staysScreens } from './screens-stays.ts'
import { memberScreens } from './screens-members.ts'
import { deskScreens } from './screens-desk.ts'
import { settled, type Visitor } from './visitor.ts'

export type Screen = {
  name: string
  /** Who looks at it; nobody is signed in at the sign-in. */
  as: 'front' | 'manager' | 'operator' | 'housekeeping' | null
  path: (house: FurnishedHouse) => string
  /** What has to be opened on the page first. */
  open?: (visitor: Visitor, house: FurnishedHouse) => Promise<void>
}

const show = (resource: string, id: string | undefined) => `/${resource}/${id}/show`

/** Every screen and every dialog: what is looked at, measured and pictured. */
export const screens: Screen[] = [
  { name: 'sign-in', as: null, path: () => '/login' },
  ...insightScreens,
  ...roomScreens,
  ...staysScreens,
  ...housekeepingScreens,
  ...memberScreens,
  ...messageScreens,
  { name: 'board', as: 'front', path: () => '/board' },
  { name: 'board-room', as: 'manager', path: () => '/board', open: openArrival },
  { name: 'board-check-in', as: 'front', path: () => '/board', open: openCheckIn },
  { name: 'board-block', as: 'manager', path: () => '/board', open: openBlock },
  { name: 'timeline', as: 'front', path: () => '/timeline' },
  { name: 'timeline-stay', as: 'front', path: () => '/timeline', open: openSpan },
  { name: 'orders', as: 'front', path: () => '/orders' },
  { name: 'order', as: 'manager', path: ({ future }) => show('orders', future.id) },
  { name: 'order-pending', as: 'front', path: ({ pending }) => show('orders', pending.id) },
  {
    name: 'order-cancel',
    as: 'front',
    path: ({ future }) => show('orders', future.id),
    open: openCancellation,
  },
  { name: 'order-missing', as: 'front', path: () => show('orders', MISSING_ID) },
  { name: 'booking', as: 'front', path: () => '/book' },
  { name: 'booking-filled', as: 'front', path: () => '/book', open: fillBooking },
  { name: 'approvals', as: 'manager', path: () => '/approvals' },
  { name: 'approval', as: 'manager', path: (house) => show('approvals', house.waitingApproval.id) },
  {
    name: 'approval-approve',
    as: 'manager',
    path: (house) => show('approvals', house.waitingApproval.id),
    open: (visitor) => press(visitor, 'approvals.approve'),
  },
  {
    name: 'approval-requester',
    as: 'front',
    path: (house) => show('approvals', house.waitingApproval.id),
  },
  {
    name: 'approval-rejected',
    as: 'manager',
    path: (house) => show('approvals', house.rejectedApproval.id),
  },
  {
    name: 'member-top-up',
    as: 'front',
    path: ({ members }) => show('members', members[1]?.id),
    open: openTopUp,
  },
  ...deskScreens,
  { name: 'cases', as: 'manager', path: () => '/cases' },
  { name: 'no-access', as: 'operator', path: () => '/members' },
  { name: 'house-clock', as: 'operator', path: () => '/', open: openClock },
  { name: 'account', as: 'front', path: () => '/', open: openAccount },
  ...screensOfRates,
]

const MISSING_ID = '00000000-0000-7000-8000-00000000dead'

async function press({ page, t }: Visitor, key: Parameters<Visitor['t']>[0]): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: t(key), exact: true })
    .first()
    .click()
}

async function openArrival({ page }: Visitor): Promise<void> {
  await page.locator('article[data-status=reserved] > button').first().click()
  await page.getByRole('dialog').waitFor()
}

async function openSpan({ page }: Visitor): Promise<void> {
  await page.locator('[data-span]').first().click()
  await page.getByRole('dialog').waitFor()
}

async function openCheckIn({ page, t }: Visitor): Promise<void> {
  const tile = page.locator('article[data-status=reserved]').first()
  await tile.getByRole('button', { name: t('checkIn.action') }).click()
}

async function openBlock(visitor: Visitor): Promise<void> {
  await openArrival(visitor)
  const { page, t } = visitor
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('block.action') })
    .click()
}

async function openCancellation(visitor: Visitor): Promise<void> {
  const { page, t } = visitor
  await press(visitor, 'cancellation.actionRequest')
  await page.getByRole('group', { name: t('cancellation.preview') }).waitFor()
}

async function fillBooking({ page, t }: Visitor, house: FurnishedHouse): Promise<void> {
  const rooms = page.getByRole('region', { name: t('booking.rooms') })
  await rooms
    .getByRole('button', { name: t('actions.increase') })
    .first()
    .click()
  await page
    .getByRole('combobox', { name: t('booking.findMember') })
    .fill(house.members[1]?.name ?? '')
  await page.getByRole('option').first().click()
  await page.getByText(t('booking.enough')).waitFor()
}

async function openTopUp(visitor: Visitor): Promise<void> {
  await press(visitor, 'topUp.action')
  await visitor.page.getByRole('dialog').getByRole('button').nth(1).click()
}

async function openClock({ page, t }: Visitor): Promise<void> {
  const name = t('clock.label', { time: '' }).trim()
  await page.getByRole('banner').getByRole('button', { name }).click()
}

async function openAccount({ page, t }: Visitor): Promise<void> {
  await page.getByRole('button', { name: t('account.menu') }).click()
}

/** Goes there and opens what the screen is about. */
export async function stand(
  visitor: Visitor,
  screen: Screen,
  house: FurnishedHouse,
): Promise<void> {
  await visitor.go(screen.path(house))
  await screen.open?.(visitor, house)
  await settled(visitor.page)
}
