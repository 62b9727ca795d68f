import { assertNever } from '../../domain/platform/assert-never.ts'
import { nextAttemptAfter } from '../../domain/messages/message-life.ts'
import type { Delivery } from '../gateways/mail.ts'
import { type CaseKind, closeCase, openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'

type Outcome = {
  readonly status: 'queued' | 'sent' | 'failed' | 'bounced' | 'skipped'
  readonly nextAttemptAt: Date | null
  readonly cause: string | null
}

type Row = {
  property_id: string
  subject_kind: 'order' | 'approval' | 'member'
  subject_id: string
  member_id: string | null
  resend_of: string | null
}

/**
 * What became of an attempt. An unknown outcome is tried again under the same Message-ID: at worst
 * the guest has it twice, never not at all. What a person must see to becomes a case.
 */
export async function recordDelivery(
  context: Context,
  input: { id: string; attempts: number; delivery: Delivery | { readonly kind: 'erased' } },
): Promise<void> {
  const { sql, now } = context
  const outcome = outcomeOf(input.delivery, input.attempts, now)
  const isOver = outcome.status !== 'queued'
  const row = await sql.maybe<Row>(
    `update messages set status = $3, finished_at = $4, last_error = $5, next_attempt_at = coalesce($6, next_attempt_at),
       version = version + 1
     where id = $1 and status = 'queued' and attempts = $2
     returning property_id, subject_kind, subject_id, member_id, resend_of`,
    [
      input.id,
      input.attempts,
      outcome.status,
      isOver ? now : null,
      outcome.cause,
      outcome.nextAttemptAt,
    ],
  )
  // Somebody took it up after this attempt seemed dead: that one's outcome counts.
  if (!row) return
  const root = { kind: 'message', id: row.resend_of ?? input.id }
  await settleCases(context, outcome, root, row.property_id)
  if (!isOver) return
  context.audit({
    verb: `message.${outcome.status}`,
    subject: { kind: 'message', id: input.id },
    related: [
      { kind: row.subject_kind, id: row.subject_id },
      ...(row.member_id ? [{ kind: 'member' as const, id: row.member_id }] : []),
    ],
    propertyId: row.property_id,
    after: { status: outcome.status, attempts: input.attempts, cause: outcome.cause },
  })
}

function outcomeOf(
  delivery: Delivery | { readonly kind: 'erased' },
  attempts: number,
  now: Date,
): Outcome {
  switch (delivery.kind) {
    case 'accepted':
      return { status: 'sent', nextAttemptAt: null, cause: null }
    case 'erased':
      return { status: 'skipped', nextAttemptAt: null, cause: null }
    case 'refused':
      return { status: 'bounced', nextAttemptAt: null, cause: delivery.cause }
    case 'deferred':
    case 'unknown': {
      const nextAttemptAt = nextAttemptAfter(attempts, now)
      const cause = `${delivery.kind}: ${delivery.cause}`
      return { status: nextAttemptAt === null ? 'failed' : 'queued', nextAttemptAt, cause }
    }
    default:
      return assertNever(delivery)
  }
}

const CASE_OF: Readonly<Partial<Record<Outcome['status'], CaseKind>>> = {
  failed: 'mail_failed',
  bounced: 'mail_bounced',
}

/** Cases speak of the first message of a chain: a resent one that arrives cures them. */
async function settleCases(
  context: Context,
  outcome: Outcome,
  root: { kind: string; id: string },
  propertyId: string,
): Promise<void> {
  const kind = CASE_OF[outcome.status]
  if (kind) await openCase(context, { kind, subject: root, propertyId, cause: outcome.cause ?? '' })
  if (outcome.status !== 'sent' && outcome.status !== 'skipped') return
  await closeCase(context, 'mail_failed', root)
  await closeCase(context, 'mail_bounced', root)
}
