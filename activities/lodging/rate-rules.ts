import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { assertRateRules, type RateRules } from '../../domain/lodging/rate-rules.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type SaveRateRules = {
  readonly roomTypeId: string
  /** The version that was on screen; 0 when there was none. */
  readonly version: number
  readonly rules: RateRules
  /** From the beginning of this business day; at once when absent. */
  readonly publishOn?: LocalDate | undefined
}

/**
 * The next version of a room type's rules (003-07, W22). Versions are only added: what was sold, and what
 * a quote said at a moment, can always be explained. One with a later date takes over by itself on that day.
 */
export async function saveRateRules(context: Context, input: SaveRateRules): Promise<void> {
  const { sql, now, actor } = context
  assertRateRules(input.rules)
  const type = await lockType(context, input.roomTypeId)
  const { last } = await sql.one<{ last: number }>(
    'select coalesce(max(version), 0) as last from rate_rules where room_type_id = $1',
    [input.roomTypeId],
  )
  if (last !== input.version) throw new DomainError('version_mismatch')
  const publishedAt = await publication(context, type.propertyId, input.publishOn)
  await sql.run(
    `insert into rate_rules (room_type_id, version, rules, saved_at, saved_by, published_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      input.roomTypeId,
      last + 1,
      JSON.stringify(input.rules),
      now,
      actor.kind === 'staff' ? actor.id : null,
      publishedAt,
    ],
  )
  context.audit({
    verb: 'rate_rules.saved',
    subject: { kind: 'room_type', id: input.roomTypeId },
    related: [{ kind: 'property', id: type.propertyId }],
    propertyId: type.propertyId,
    after: { version: last + 1, publishedAt: publishedAt.toISOString(), base: input.rules.base },
  })
}

/** Takes a version back whose day has not come. */
export async function withdrawRateRules(
  context: Context,
  input: { readonly roomTypeId: string; readonly version: number },
): Promise<void> {
  const type = await lockType(context, input.roomTypeId)
  const withdrawn = await context.sql.run(
    `update rate_rules set withdrawn_at = $3
     where room_type_id = $1 and version = $2 and withdrawn_at is null and published_at > $3`,
    [input.roomTypeId, input.version, context.now],
  )
  if (withdrawn === 0) throw new DomainError('state_conflict', { state: 'published' })
  context.audit({
    verb: 'rate_rules.withdrawn',
    subject: { kind: 'room_type', id: input.roomTypeId },
    related: [{ kind: 'property', id: type.propertyId }],
    propertyId: type.propertyId,
    before: { version: input.version },
  })
}

async function lockType({ sql }: Context, roomTypeId: string): Promise<{ propertyId: string }> {
  const type = await sql.maybe<{ propertyId: string }>(
    'select property_id as "propertyId", lock_rates(property_id) from room_types where id = $1',
    [roomTypeId],
  )
  if (!type) throw new DomainError('not_found')
  return type
}

async function publication(
  { sql, now }: Context,
  propertyId: string,
  publishOn: LocalDate | undefined,
): Promise<Date> {
  if (publishOn === undefined) return now
  const { begins } = await sql.one<{ begins: string }>(
    'select ($2::date + day_starts_at) at time zone time_zone as begins from properties where id = $1',
    [propertyId, publishOn],
  )
  if (new Date(begins) > now) return new Date(begins)
  throw new DomainError(
    'validation_failed',
    {},
    { fields: [{ pointer: '/publishOn', code: 'in_the_past', message: 'in_the_past' }] },
  )
}
