import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type CaughtMailRow = {
  id: string
  caughtAt: string
  messageId: string | null
  propertyId: string
  sealedSummary: Buffer
}

const SELECT = `c.id, c.caught_at as "caughtAt", c.message_id as "messageId", c.property_id as "propertyId",
  c.sealed_summary as "sealedSummary"`

export const MAILBOX_SORTS = ['-caughtAt'] as const

export function listCaughtMails(
  sql: Sql,
  filter: { readonly propertyIds: readonly string[] },
  wish: PageWish,
) {
  const where = new Conditions().when(filter.propertyIds, 'c.property_id = any(?::uuid[])')
  const sorts = { caughtAt: 'c.caught_at' }
  const list = { select: SELECT, from: 'caught_mails c', where, sorts, key: 'c.id' }
  return listPage<CaughtMailRow>(sql, list, wish)
}

export const findCaughtMail = (sql: Sql, id: string) =>
  sql.maybe<CaughtMailRow & { sealedSource: Buffer }>(
    `select ${SELECT}, c.sealed_source as "sealedSource" from caught_mails c where c.id = $1`,
    [id],
  )
