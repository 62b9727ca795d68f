import type { ProblemOutcome } from '../../domain/housekeeping/problem-outcome.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type ProblemRow = {
  id: string
  propertyId: string
  issuerId: string
  roomId: string
  roomNumber: string
  report: string
  pictureId: string | null
  reportedByName: string
  reportedAt: string
  outcome: ProblemOutcome | null
  outcomeNote: string | null
  closedByName: string | null
  closedAt: string | null
  version: number
}

const SELECT = `q.id, q.property_id as "propertyId", p.issuer_id as "issuerId", q.room_id as "roomId", r.number as "roomNumber",
  q.report, q.picture_id as "pictureId", s.display_name as "reportedByName", q.reported_at as "reportedAt", q.outcome,
  q.outcome_note as "outcomeNote", e.display_name as "closedByName", q.closed_at as "closedAt", q.version`
const FROM = `room_problems q join rooms r on r.id = q.room_id join properties p on p.id = q.property_id
  join staff s on s.id = q.reported_by left join staff e on e.id = q.closed_by`

export const PROBLEM_SORTS = ['-reportedAt'] as const

export function listProblems(
  sql: Sql,
  filter: {
    readonly propertyIds?: readonly string[] | undefined
    readonly roomId?: string | undefined
    readonly open?: boolean | undefined
  },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(filter.propertyIds, 'q.property_id = any(?::uuid[])')
    .when(filter.roomId, 'q.room_id = ?::uuid')
    .when(filter.open, '(q.closed_at is null) = ?')
  return listPage<ProblemRow>(
    sql,
    {
      select: SELECT,
      from: FROM,
      where,
      sorts: { reportedAt: 'q.reported_at' },
      key: 'q.id',
    },
    wish,
  )
}

export const findProblem = (sql: Sql, id: string) =>
  sql.maybe<ProblemRow>(`select ${SELECT} from ${FROM} where q.id = $1`, [id])

/** The photo of it, as it is kept: WebP. */
export const findProblemPicture = (sql: Sql, id: string) =>
  sql.maybe<{ bytes: Buffer }>(
    'select i.bytes from room_problems q join pictures i on i.id = q.picture_id where q.id = $1',
    [id],
  )
