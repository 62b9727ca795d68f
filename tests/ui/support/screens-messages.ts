import type { Screen } from './screens.ts'

/** What was written, and where a demo's mail ends. */
export const messageScreens: Screen[] = [
  { name: 'mailbox', as: 'front', path: () => '/mailbox' },
  { name: 'mail', as: 'front', path: ({ mailbox }) => `/mailbox/${mailbox?.mail.id}/show` },
  {
    name: 'mail-source',
    as: 'front',
    path: ({ mailbox }) => `/mailbox/${mailbox?.mail.id}/show`,
    open: async ({ page, t }) =>
      page.getByRole('tab', { name: t('messages.views.source') }).click(),
  },
  {
    name: 'message',
    as: 'manager',
    path: ({ mailbox }) => `/messages/${mailbox?.message.id}/show`,
  },
  {
    name: 'message-bounced',
    as: 'front',
    path: ({ mailbox }) => `/messages/${mailbox?.bounced.id}/show`,
  },
  {
    name: 'message-resend',
    as: 'front',
    path: ({ mailbox }) => `/messages/${mailbox?.bounced.id}/show`,
    open: async ({ page, t }) =>
      page.getByRole('button', { name: t('messages.resend'), exact: true }).click(),
  },
]
