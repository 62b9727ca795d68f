import type { CleaningKind, CleaningState } from '../../domain/housekeeping/cleaning-state.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type CleaningRow = {
  id: string
  propertyId: string
  issuerId: string
  roomId: string
  roomNumber: string
  floor: number
  kind: CleaningKind
  state: CleaningState
  assignedTo: string | null
  assignedToName: string | null
  /** 0: a guest arrives in this room today. 1: open. 2: done. */
  urgency: number
  startedAt: string
  beginBy: string | null
  dueAt: string
  begunAt: string | null
  finishedAt: string | null
  doneAt: string | null
  sentBackReason: string | null
  note: string | null
  reopenable: boolean
  version: number
}

const SELECT = `k.id, k.property_id as "propertyId", p.issuer_id as "issuerId", k.room_id as "roomId", r.number as "roomNumber",
  r.floor, k.kind, k.state, k.assigned_to as "assignedTo", s.display_name as "assignedToName",
  case when k.done_at is not null then 2 when exists (select from order_lines l where l.room_id = k.room_id
    and l.status = 'confirmed' and l.check_in = business_date(p, house_now())) then 0 else 1 end as urgency,
  k.started_at as "startedAt", k.begin_by as "beginBy", k.due_at as "dueAt", k.begun_at as "begunAt",
  k.finished_at as "finishedAt", k.done_at as "doneAt", k.sent_back_reason as "sentBackReason", k.note,
  k.done_at is not null and business_date(p, k.done_at) = business_date(p, house_now())
    and (k.kind = 'stayover') = exists (select from order_lines l where l.room_id = k.room_id and l.status = 'in_house')
    and not exists (select from cleanings later where later.room_id = k.room_id and later.started_at > k.started_at)
    as reopenable, k.version`
const FROM = `cleanings k join rooms r on r.id = k.room_id join properties p on p.id = k.property_id
  left join staff s on s.id = k.assigned_to`

/** The most urgent first. */
export const CLEANING_SORTS = ['urgency', 'dueAt', 'startedAt'] as const

export type CleaningFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds?: readonly string[] | undefined
  readonly assignedTo?: string | undefined
  readonly floor?: number | undefined
  readonly state?: readonly CleaningState[] | undefined
}

export function listCleanings(sql: Sql, filter: CleaningFilter, wish: PageWish) {
  const where = new Conditions()
    .when(filter.propertyIds, 'k.property_id = any(?::uuid[])')
    .when(filter.ids, 'k.id = any(?::uuid[])')
    .when(filter.assignedTo, 'k.assigned_to = ?::uuid')
    .when(filter.floor, 'r.floor = ?')
    .when(filter.state, 'k.state = any(?::text[])')
  return listPage<CleaningRow>(
    sql,
    {
      select: SELECT,
      from: FROM,
      where,
      sorts: { urgency: 'urgency', dueAt: 'k.due_at', startedAt: 'k.started_at' },
      key: 'k.id',
    },
    wish,
  )
}

export const findCleaning = (sql: Sql, id: string) =>
  sql.maybe<CleaningRow>(`select ${SELECT} from ${FROM} where k.id = $1`, [id])

export const cleaningsById = (sql: Sql, ids: readonly string[]) =>
  sql.rows<CleaningRow>(`select ${SELECT} from ${FROM} where k.id = any($1::uuid[])`, [ids])
