import { lazy } from 'react'

export const cases = {
  list: lazy(() => import('./case-list.tsx').then((page) => ({ default: page.CaseList }))),
}
