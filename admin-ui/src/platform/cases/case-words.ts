import { ja } from '../i18n/ja.ts'
import type { Text } from '../i18n/use-text.ts'

type KnownKind = keyof typeof ja.cases.kinds

/** The kinds may grow; one without words yet is shown as the house writes it. */
export const caseKindName = (kind: string, t: Text): string =>
  kind in ja.cases.kinds ? t(`cases.kinds.${kind as KnownKind}`) : kind

const pages: Record<string, string> = {
  order: 'orders',
  approval: 'approvals',
  member: 'members',
  room: 'rooms',
  message: 'messages',
}

/** Where the subject of a case can be looked at; not every subject has a page. */
export const casePage = (subject: string): string | null => {
  const [kind = '', id = ''] = subject.split(':')
  if (kind === 'cleaning' || kind === 'room_problem') return '/housekeeping'
  return pages[kind] ? `/${pages[kind]}/${id}/show` : null
}
