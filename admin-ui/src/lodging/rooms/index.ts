import { lazy } from 'react'

export const rooms = {
  list: lazy(() => import('./room-list.tsx').then((page) => ({ default: page.RoomList }))),
  show: lazy(() => import('./room-show.tsx').then((page) => ({ default: page.RoomShow }))),
  edit: lazy(() => import('./room-edit.tsx').then((page) => ({ default: page.RoomEdit }))),
  create: lazy(() => import('./room-create.tsx').then((page) => ({ default: page.RoomCreate }))),
}

export const roomTypes = {
  list: lazy(() => import('./room-type-list.tsx').then((page) => ({ default: page.RoomTypeList }))),
  edit: lazy(() => import('./room-type-edit.tsx').then((page) => ({ default: page.RoomTypeEdit }))),
  create: lazy(() =>
    import('./room-type-create.tsx').then((page) => ({ default: page.RoomTypeCreate })),
  ),
}
