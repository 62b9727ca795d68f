import type { MessageStatus } from '../../domain/messages/message-life.ts'
import type { TemplateName } from '../../domain/messages/templates.ts'
import type { Language } from '../../domain/platform/errors.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type MessageRow = {
  id: string
  template: TemplateName
  language: Language
  propertyId: string
  issuerId: string
  subjectKind: string
  subjectId: string
  memberId: string | null
  status: MessageStatus
  queuedAt: string
  finishedAt: string | null
  nextAttemptAt: string
  attempts: number
  held: boolean
  lastError: string | null
  resendOf: string | null
  /** One of its chain is still to be sent. */
  chainIsOpen: boolean
  version: number
}

const SELECT = `g.id, g.template, g.language, g.property_id as "propertyId", p.issuer_id as "issuerId",
  g.subject_kind as "subjectKind", g.subject_id as "subjectId", g.member_id as "memberId", g.status,
  g.queued_at as "queuedAt", g.finished_at as "finishedAt", g.next_attempt_at as "nextAttemptAt", g.attempts, g.held,
  g.last_error as "lastError", g.resend_of as "resendOf", exists (select from messages c
    where (c.id = coalesce(g.resend_of, g.id) or c.resend_of = coalesce(g.resend_of, g.id)) and c.status = 'queued') as "chainIsOpen",
  g.version`
const FROM = 'messages g join properties p on p.id = g.property_id'

export const MESSAGE_SORTS = ['-queuedAt'] as const

export type MessageFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds?: readonly string[] | undefined
  /** `order:<id>`. */
  readonly subject?: string | undefined
  readonly memberId?: string | undefined
  readonly status?: readonly MessageStatus[] | undefined
  readonly template?: readonly TemplateName[] | undefined
}

export function listMessages(sql: Sql, filter: MessageFilter, wish: PageWish) {
  const [kind, id] = filter.subject?.split(':') ?? []
  const where = new Conditions()
    .when(filter.ids, 'g.id = any(?::uuid[])')
    .when(filter.propertyIds, 'g.property_id = any(?::uuid[])')
    .when(kind, 'g.subject_kind = ?')
    .when(id, 'g.subject_id = ?::uuid')
    .when(filter.memberId, 'g.member_id = ?::uuid')
    .when(filter.status, 'g.status = any(?::text[])')
    .when(filter.template, 'g.template = any(?::text[])')
  const sorts = { queuedAt: 'g.queued_at' }
  const list = { select: SELECT, from: FROM, counted: 'messages g', where, sorts, key: 'g.id' }
  return listPage<MessageRow>(sql, list, wish)
}

export const findMessage = (sql: Sql, id: string) =>
  sql.maybe<MessageRow & { sealed: Buffer | null }>(
    `select ${SELECT}, g.sealed from ${FROM} where g.id = $1`,
    [id],
  )
