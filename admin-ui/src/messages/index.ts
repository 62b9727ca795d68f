import { lazy } from 'react'

export const messages = {
  show: lazy(() => import('./message-show.tsx').then((page) => ({ default: page.MessageShow }))),
}

export const mailbox = {
  list: lazy(() => import('./mailbox-list.tsx').then((page) => ({ default: page.MailboxList }))),
  show: lazy(() => import('./mail-show.tsx').then((page) => ({ default: page.MailShow }))),
}
