import { LEASE_MS } from '../../domain/messages/message-life.ts'
import type { TemplateName } from '../../domain/messages/templates.ts'
import type { Language } from '../../domain/platform/errors.ts'
import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import type { SealedMessage } from './send-message.ts'

export type Claimed = {
  readonly id: string
  readonly template: TemplateName
  readonly language: Language
  readonly propertyId: string
  readonly subjectId: string
  readonly queuedAt: string
  readonly attempts: number
  /** Null once the person was erased. */
  readonly said: SealedMessage | null
}

type Row = Omit<Claimed, 'said'> & { memberId: string | null; sealed: Buffer }

/**
 * Takes a due message for one attempt. The attempt is counted before it is made, and nobody else takes
 * the message up until it is over or, by the clock, its sender must be dead: so a killed worker loses
 * nothing and cannot try for ever.
 *
 * @returns null when it is not due (any more)
 */
export async function claimMessage(
  { sql, now, vault }: Context,
  input: { id: string },
): Promise<Claimed | null> {
  const row = await sql.maybe<Row>(
    `update messages set attempts = attempts + 1, next_attempt_at = $3, version = version + 1
     where id = $1 and status = 'queued' and not held and next_attempt_at <= $2
     returning id, template, language, property_id as "propertyId", subject_id as "subjectId",
       queued_at as "queuedAt", attempts, member_id as "memberId", sealed`,
    [input.id, now, new Date(now.getTime() + LEASE_MS)],
  )
  if (!row) return null
  const { memberId, sealed, ...claimed } = row
  const text = await vault.open(sql, memberId, sealed)
  return { ...claimed, said: text === null ? null : (JSON.parse(text) as SealedMessage) }
}

/** There is no mail server: the message waits for one, and a person of the property is told once. */
export async function holdMessage(context: Context, input: { id: string }): Promise<void> {
  const held = await context.sql.maybe<{ property_id: string }>(
    `update messages set held = true, version = version + 1
     where id = $1 and status = 'queued' and not held returning property_id`,
    [input.id],
  )
  if (!held) return
  await openCase(context, {
    kind: 'mail_unconfigured',
    subject: { kind: 'property', id: held.property_id },
    propertyId: held.property_id,
    cause: 'SMTP_URL',
  })
}
