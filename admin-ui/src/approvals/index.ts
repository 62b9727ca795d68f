import { lazy } from 'react'

export const approvals = {
  list: lazy(() =>
    import('./approval-inbox.tsx').then((page) => ({ default: page.ApprovalInbox })),
  ),
  show: lazy(() => import('./approval-show.tsx').then((page) => ({ default: page.ApprovalShow }))),
}
