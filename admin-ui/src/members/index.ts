import { lazy } from 'react'

export const members = {
  list: lazy(() => import('./member-list.tsx').then((page) => ({ default: page.MemberList }))),
  show: lazy(() => import('./member-show.tsx').then((page) => ({ default: page.MemberShow }))),
  edit: lazy(() => import('./member-edit.tsx').then((page) => ({ default: page.MemberEdit }))),
  create: lazy(() =>
    import('./member-create.tsx').then((page) => ({ default: page.MemberCreate })),
  ),
}
