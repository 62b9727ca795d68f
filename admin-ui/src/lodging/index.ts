import { lazy } from 'react'

export const orders = {
  list: lazy(() => import('./order-list.tsx').then((page) => ({ default: page.OrderList }))),
  show: lazy(() => import('./order-show.tsx').then((page) => ({ default: page.OrderShow }))),
}
