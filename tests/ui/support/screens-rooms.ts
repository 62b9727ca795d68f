import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

async function press({ page, t }: Visitor, key: Parameters<Visitor['t']>[0]): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: t(key) })
    .first()
    .click()
}

/** From the list into the room whose status stands there. */
async function openRoom(visitor: Visitor, status: 'maintenance' | 'available'): Promise<void> {
  const { page, t } = visitor
  const name = t(`room.statuses.${status}`)
  const row = page.locator('main tbody tr, main li').filter({ hasText: name }).first()
  await row.getByRole('link').first().click()
  await page.getByRole('heading', { name: t('blocks.title') }).waitFor()
}

async function openUpload(visitor: Visitor): Promise<void> {
  await openRoom(visitor, 'available')
  await visitor.page.locator('input[type=file]').setInputFiles({
    name: 'not-a-picture.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('写真ではありません'),
  })
  await visitor.page.getByRole('alert').waitFor()
}

export const roomScreens: Screen[] = [
  { name: 'rooms', as: 'front', path: () => '/rooms' },
  {
    name: 'rooms-filters',
    as: 'front',
    path: () => '/rooms',
    open: (visitor) => press(visitor, 'rooms.moreFilters'),
  },
  {
    name: 'room',
    as: 'manager',
    path: () => '/rooms',
    open: (visitor) => openRoom(visitor, 'maintenance'),
  },
  {
    name: 'room-change-block',
    as: 'manager',
    path: () => '/rooms',
    open: async (visitor) => {
      await openRoom(visitor, 'maintenance')
      await press(visitor, 'blocks.change')
    },
  },
  { name: 'room-upload-refused', as: 'operator', path: () => '/rooms', open: openUpload },
  {
    name: 'room-retire',
    as: 'operator',
    path: () => '/rooms',
    open: async (visitor) => {
      await openRoom(visitor, 'available')
      await press(visitor, 'rooms.retire')
    },
  },
  { name: 'room-create', as: 'operator', path: () => '/rooms/create' },
  { name: 'room-types', as: 'operator', path: () => '/room-types' },
  { name: 'room-type-create', as: 'operator', path: () => '/room-types/create' },
]
