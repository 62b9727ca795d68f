import { Conditions, listPage, type PageWish } from './list-page.ts'
import type { Sql } from './sql.ts'

export type CaseRow = {
  id: string
  kind: string
  propertyId: string | null
  subjectKind: string
  subjectId: string
  cause: string
  openedAt: string
  closedAt: string | null
}

/** A case of no property (an outbox row, a finding) concerns everybody who may read cases. */
export function listCases(
  sql: Sql,
  filter: { readonly propertyIds: readonly string[]; readonly open?: boolean | undefined },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(filter.propertyIds, 'c.property_id is null or c.property_id = any(?::uuid[])')
    .when(filter.open, '(c.closed_at is null) = ?')
  return listPage<CaseRow>(
    sql,
    {
      select: `c.id, c.kind, c.property_id as "propertyId", c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.cause,
        c.opened_at as "openedAt", c.closed_at as "closedAt"`,
      from: 'cases c',
      where,
      sorts: { openedAt: 'c.opened_at' },
      key: 'c.id',
    },
    wish,
  )
}
