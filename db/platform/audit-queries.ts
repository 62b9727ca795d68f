import { Conditions, listPage, type PageWish } from './list-page.ts'
import type { Sql } from './sql.ts'

export type AuditRow = {
  id: number
  at: string
  actorKind: string
  actorName: string | null
  verb: string
  subjectKind: string
  subjectId: string
  propertyId: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
  requestId: string
}

/** The trail of a subject: what was done to it and what concerned it. */
export function listAuditEvents(
  sql: Sql,
  filter: { readonly kind: string; readonly id: string; readonly propertyIds: readonly string[] },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(
      [filter.kind, filter.id],
      "(e.subject_kind = (?::text[])[1] and e.subject_id = ((?::text[])[2])::uuid) or e.related @> array[(?::text[])[1] || ':' || (?::text[])[2]]",
    )
    .when(filter.propertyIds, 'e.property_id is null or e.property_id = any(?::uuid[])')
  return listPage<AuditRow>(
    sql,
    {
      select: `e.id, e.at, e.actor_kind as "actorKind", coalesce(s.display_name, m.name, t.name) as "actorName", e.verb,
        e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.property_id as "propertyId", e.before, e.after,
        e.reason, e.request_id as "requestId"`,
      from: `audit_events e left join staff s on e.actor_kind = 'staff' and s.id = e.actor_id
        left join members m on e.actor_kind = 'member' and m.id = e.actor_id
        left join api_tokens t on e.actor_kind = 'token' and t.id = e.actor_id`,
      where,
      sorts: { at: 'e.id' },
      key: 'e.id',
    },
    wish,
  )
}
