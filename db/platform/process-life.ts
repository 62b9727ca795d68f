import type { RequestLifeFacts } from '../../domain/approvals/request-status.ts'
import type { BusinessDayFacts } from '../../domain/lodging/business-day.ts'
import type { BlockLifeFacts } from '../../domain/lodging/block-life.ts'
import type { CleaningLifeFacts } from '../../domain/housekeeping/cleaning-life.ts'
import type { OrderLifeFacts } from '../../domain/lodging/order-life.ts'
import type { StayLifeFacts } from '../../domain/lodging/stay-life.ts'
import type { RegistrationLifeFacts } from '../../domain/members/registration-life.ts'
import type { MessageLifeFacts } from '../../domain/messages/message-life.ts'
import type { ProcessKind } from '../../domain/platform/processes.ts'
import type { Sql } from './sql.ts'

/** What each process must know of itself: all of it stands in the books. Null: no such record. */
export const readOrderLife = (sql: Sql, id: string) =>
  sql.maybe<OrderLifeFacts>(
    `select s.status, o.remind_at as "remindAt", o.reminded_at as "remindedAt", o.pay_by as "payBy"
     from orders o join order_states s on s.order_id = o.id where o.id = $1`,
    [id],
  )

export const readRequestLife = (sql: Sql, id: string) =>
  sql.maybe<RequestLifeFacts>(
    `select status, requested_at as "requestedAt", due_at as "dueAt", overdue_raised_at is not null as "overdueRaised"
     from approval_requests where id = $1`,
    [id],
  )

/** A case of before a wrong check-in or check-out was undone speaks of another departure. */
const OVERDUE_RAISED = `exists (select from cases c where c.kind = 'overdue_departure' and c.subject_kind = 'stay'
  and c.subject_id = l.id and (c.closed_at is null or l.reopened_at is null or c.opened_at > l.reopened_at))`

export const readStayLife = (sql: Sql, id: string) =>
  sql.maybe<StayLifeFacts>(
    `select l.status, l.overdue_at as "overdueAt", ${OVERDUE_RAISED} as "overdueRaised"
     from order_lines l where l.id = $1`,
    [id],
  )

/** Raised for the deadline it has now: sent back, a cleaning gets another one and is watched anew. */
const raisedSince = (
  kind: string,
  deadline: string,
) => `exists (select from cases c where c.kind = '${kind}'
  and c.subject_kind = 'cleaning' and c.subject_id = k.id and c.opened_at >= ${deadline})`
const NOT_BEGUN_RAISED = raisedSince('cleaning_not_begun', 'k.begin_by')
const OVERRUN_RAISED = raisedSince('cleaning_overrun', 'k.due_at')

export const readCleaningLife = (sql: Sql, id: string) =>
  sql.maybe<CleaningLifeFacts>(
    `select k.begun_at as "begunAt", k.done_at as "doneAt", k.begin_by as "beginBy", k.due_at as "dueAt",
       ${NOT_BEGUN_RAISED} as "notBegunRaised", ${OVERRUN_RAISED} as "overrunRaised"
     from cleanings k where k.id = $1`,
    [id],
  )

export const readMessageLife = (sql: Sql, id: string) =>
  sql.maybe<MessageLifeFacts>(
    `select status, held, next_attempt_at as "nextAttemptAt" from messages where id = $1`,
    [id],
  )

export const readBusinessDay = (sql: Sql, id: string) =>
  sql.maybe<BusinessDayFacts>(
    'select due_at as "dueAt", rolled_at as "rolledAt" from business_days where id = $1',
    [id],
  )

export const readBlockLife = (sql: Sql, id: string) =>
  sql.maybe<BlockLifeFacts>(
    `select released_at as "releasedAt", warn_at as "warnAt", warned_at as "warnedAt", release_at as "releaseAt"
     from room_blocks where id = $1`,
    [id],
  )

export const readRegistrationLife = (sql: Sql, id: string) =>
  sql.maybe<RegistrationLifeFacts>(
    `select status, expires_at as "expiresAt" from registrations where id = $1`,
    [id],
  )

/**
 * Every kind's part of one list: the processes that are open by the books, with the moment their next
 * step is due (null: a person's turn). Columns: process, id, due_at.
 */
const OPEN_PROCESSES = [
  `select 'order' as process, o.id, case when o.reminded_at is null then o.remind_at else o.pay_by end as due_at
   from orders o where o.settled_at is null
     and exists (select from order_lines l where l.order_id = o.id and l.status = 'pending')`,
  `select a.kind, a.id, case when a.status = 'approved' then a.requested_at
     when a.overdue_raised_at is null then a.due_at end
   from approval_requests a where a.status in ('pending', 'approved')`,
  `select 'stay', l.id, case when not ${OVERDUE_RAISED} then l.overdue_at end
   from order_lines l where l.status = 'in_house'`,
  `select 'cleaning', k.id, case when k.begun_at is null and k.begin_by is not null and not ${NOT_BEGUN_RAISED}
     then k.begin_by when not ${OVERRUN_RAISED} then k.due_at end
   from cleanings k where k.done_at is null`,
  // A first attempt is told by the commit itself: only later ones wait for a moment.
  `select 'message', g.id, case when g.attempts > 0 and not g.held then g.next_attempt_at end
   from messages g where g.status = 'queued'`,
  `select 'day_roll', d.id, d.due_at from business_days d where d.rolled_at is null`,
  `select 'block', b.id, case when b.warned_at is null then coalesce(b.warn_at, b.release_at) else b.release_at end
   from room_blocks b where b.released_at is null`,
  `select 'registration', r.id, r.expires_at from registrations r where r.status = 'pending'`,
].join(' union all ')

export type OpenProcess = { readonly process: ProcessKind; readonly id: string }

/** What should be running (B-19). In pages of `limit`, ordered, after a process and id. */
export const openProcesses = (sql: Sql, after: OpenProcess | null, limit: number) =>
  sql.rows<OpenProcess>(
    `select process, id from (${OPEN_PROCESSES}) p
     where $1::text is null or (process, id) > ($1, $2::uuid) order by process, id limit $3`,
    [after?.process ?? null, after?.id ?? null, limit],
  )

export type DueProcess = OpenProcess & { readonly dueAt: string }

/** What is due by the books until a moment, the earliest first. */
export const dueProcesses = (sql: Sql, until: Date, limit: number) =>
  sql.rows<DueProcess>(
    `select process, id, due_at as "dueAt" from (${OPEN_PROCESSES}) p
     where due_at <= $1 order by due_at, process, id limit $2`,
    [until, limit],
  )
