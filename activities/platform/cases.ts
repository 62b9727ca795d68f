import type { Context } from './context.ts'

export type CaseKind =
  | 'undelivered_outbox'
  | 'process_failed'
  | 'process_ended_early'
  | 'overdue_request'
  | 'overdue_departure'
  | 'cleaning_overrun'
  | 'cleaning_not_begun'
  | 'room_problem'
  | 'block_ending'
  | 'verify_finding'
  | 'mail_failed'
  | 'mail_bounced'
  | 'mail_unconfigured'

export type OpenCase = {
  readonly kind: CaseKind
  readonly subject: { readonly kind: string; readonly id: string }
  readonly propertyId: string | null
  readonly cause: string
}

/** "Needs attention": one open case per kind and subject; opening it again changes nothing. Whether it is new. */
export async function openCase(
  { sql, now }: Pick<Context, 'sql' | 'now'>,
  input: OpenCase,
): Promise<boolean> {
  const opened = await sql.run(
    `insert into cases (kind, property_id, subject_kind, subject_id, cause, opened_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (kind, subject_kind, subject_id) where closed_at is null do nothing`,
    [input.kind, input.propertyId, input.subject.kind, input.subject.id, input.cause, now],
  )
  return opened > 0
}

/** The cause is cured: whatever open case spoke of it closes itself. */
export async function closeCase(
  { sql, now }: Pick<Context, 'sql' | 'now'>,
  kind: CaseKind,
  subject: { readonly kind: string; readonly id: string },
): Promise<void> {
  await sql.run(
    `update cases set closed_at = $4 where kind = $1 and subject_kind = $2 and subject_id = $3 and closed_at is null`,
    [kind, subject.kind, subject.id, now],
  )
}
