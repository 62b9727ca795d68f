import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { isWorthRepeating, translateDatabaseError } from '../../db/platform/translate-error.ts'
import type { AuditEntry, Context, Subject, Verb } from './context.ts'
import type { House } from './house.ts'

export type Call = {
  readonly actor: Actor
  readonly requestId: string
  /** Commands of people and machines carry one; a workflow's verbs are guarded by their own state. */
  readonly idempotency?: {
    readonly route: string
    readonly key: string
    readonly fingerprint: Buffer
    readonly status: number
  }
}
export type Outcome<Output> = {
  readonly output: Output
  readonly status: number | null
  readonly replayed: boolean
}

const ATTEMPTS_MAX = 4

/**
 * One command: one transaction with the guarded change, its trail and what Temporal must be told.
 * A deadlock or a serialisation failure starts it again from the beginning, a few times.
 *
 * @throws DomainError for everything the caller can act on; nothing was written then
 */
export async function runVerb<Input, Output>(
  house: House,
  call: Call,
  verb: Verb<Input, Output>,
  input: Input,
): Promise<Outcome<Output>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(house, call, verb, input)
    } catch (error) {
      if (attempt < ATTEMPTS_MAX && isWorthRepeating(error)) continue
      throw translateDatabaseError(error)
    }
  }
}

type Begun = {
  now: string
  locked: boolean
  stored_fingerprint: Buffer | null
  stored_status: number | null
  stored_answer: Buffer | null
  stored_member_id: string | null
}

async function runOnce<Input, Output>(
  house: House,
  call: Call,
  verb: Verb<Input, Output>,
  input: Input,
): Promise<Outcome<Output>> {
  const audits: AuditEntry[] = []
  const told = new Map<string, { process: string; id: string }>()
  const outcome = await house.database.transaction(async (em, sql): Promise<Outcome<Output>> => {
    const begun = await begin(sql, call)
    const replay = await replayed<Output>(house, sql, call, begun)
    if (replay) return replay
    let concernsMember: string | null = null
    const context: Context = {
      em,
      sql,
      actor: call.actor,
      now: new Date(begun.now),
      requestId: call.requestId,
      vault: house.vault,
      audit: (entry) => void audits.push(entry),
      tell: (process, id) => void told.set(`${process}:${id}`, { process, id }),
      concerns: (memberId) => {
        concernsMember = memberId
      },
    }
    const output = await verb(context, input)
    await writeTrail(context, audits)
    await writeOutbox(sql, [...told.values()])
    await keepAnswer(house, sql, call, concernsMember, output)
    return { output, status: call.idempotency?.status ?? null, replayed: false }
  })
  if (!outcome.replayed) {
    const subjects = audits
      .flatMap((entry) => [entry.subject, ...(entry.related ?? [])])
      .map(subjectName)
    const propertyIds = audits.flatMap((entry) => (entry.propertyId ? [entry.propertyId] : []))
    house.changes.publish({ subjects, propertyIds }, told.size > 0)
  }
  return outcome
}

export const subjectName = (subject: Subject) => `${subject.kind}:${subject.id}`

const actorName = (actor: Actor) => (actor.id === null ? actor.kind : `${actor.kind}:${actor.id}`)

/** The house's time and, for a command with a key, whether it ran before: one round trip. */
async function begin(sql: Sql, call: Call): Promise<Begun> {
  if (!call.idempotency) {
    return sql.one<Begun>('select house_now() as now, true as locked, null as stored_fingerprint')
  }
  const actor = actorName(call.actor)
  const { route, key } = call.idempotency
  const lock = createHash('sha256').update(`${actor}\0${route}\0${key}`).digest().readBigInt64BE()
  return sql.one<Begun>(
    `select house_now() as now, l.locked, k.fingerprint as stored_fingerprint, k.status as stored_status,
       k.answer as stored_answer, k.member_id as stored_member_id
     from (select pg_try_advisory_xact_lock($1) as locked) l
     left join idempotency_keys k on l.locked and k.actor = $2 and k.route = $3 and k.key = $4`,
    [lock, actor, route, key],
  )
}

async function replayed<Output>(
  house: House,
  sql: Sql,
  call: Call,
  begun: Begun,
): Promise<Outcome<Output> | null> {
  if (!call.idempotency) return null
  if (!begun.locked) throw new DomainError('idempotency_in_progress')
  if (!begun.stored_fingerprint || !begun.stored_answer) return null
  if (!begun.stored_fingerprint.equals(call.idempotency.fingerprint))
    throw new DomainError('idempotency_key_reused')
  const text = await house.vault.open(sql, begun.stored_member_id, begun.stored_answer)
  // The person was erased since: what was answered then is gone for good.
  if (text === null) throw new DomainError('not_found')
  return { output: JSON.parse(text) as Output, status: begun.stored_status, replayed: true }
}

async function keepAnswer(
  house: House,
  sql: Sql,
  call: Call,
  memberId: string | null,
  output: unknown,
): Promise<void> {
  if (!call.idempotency) return
  const { route, key, fingerprint, status } = call.idempotency
  const answer = await house.vault.seal(sql, memberId, JSON.stringify(output ?? null))
  await sql.run(
    `insert into idempotency_keys (actor, route, key, fingerprint, status, answer, member_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [actorName(call.actor), route, key, fingerprint, status, answer, memberId],
  )
}

async function writeTrail(context: Context, audits: readonly AuditEntry[]): Promise<void> {
  if (audits.length === 0) return
  const rows = []
  for (const entry of audits) rows.push(await trailRow(context, entry))
  await context.sql.run(
    `insert into audit_events (at, actor_kind, actor_id, verb, subject_kind, subject_id, related, property_id,
       before, after, reason, request_id)
     select $1, $2, $3, r.verb, r.subject_kind, r.subject_id, r.related, r.property_id, r.before, r.after, r.reason, $4
     from jsonb_to_recordset($5::jsonb) r(verb text, subject_kind text, subject_id uuid, related text[],
       property_id uuid, before jsonb, after jsonb, reason text)`,
    [context.now, context.actor.kind, context.actor.id, context.requestId, JSON.stringify(rows)],
  )
}

async function trailRow(context: Context, entry: AuditEntry) {
  const sealed = async (facts: AuditEntry['before'], personal: AuditEntry['before']) => {
    if (!personal || !entry.personal) return facts ?? null
    const { memberId } = entry.personal
    const bytes = await context.vault.seal(context.sql, memberId, canonicalJson(personal))
    return { ...facts, sealed: { memberId, value: bytes.toString('base64') } }
  }
  return {
    verb: entry.verb,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    related: (entry.related ?? []).map(subjectName),
    property_id: entry.propertyId ?? null,
    before: await sealed(entry.before, entry.personal?.before),
    after: await sealed(entry.after, entry.personal?.after),
    reason: entry.reason ?? null,
  }
}

async function writeOutbox(
  sql: Sql,
  told: readonly { process: string; id: string }[],
): Promise<void> {
  if (told.length === 0) return
  await sql.run(
    `insert into outbox (workflow_id, process, subject_id, message)
     select p || ':' || i, p, i, 'look_again' from unnest($1::text[], $2::uuid[]) t(p, i)`,
    [told.map((one) => one.process), told.map((one) => one.id)],
  )
}
