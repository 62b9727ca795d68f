import { Type } from 'typebox'
import { DomainError } from '../../domain/platform/errors.ts'
import { mayDo, propertiesFor } from '../../domain/platform/permissions.ts'
import { type AuditRow, listAuditEvents } from '../../db/platform/audit-queries.ts'
import { ERASED } from '../../activities/platform/vault.ts'
import { belongingOf, RECORD_KINDS, type RecordKind } from './belongings.ts'
import { type Reader, query } from './route.ts'
import { listOf, listQuery, Moment, OrNull, Shape } from './schemas.ts'

const Facts = OrNull(Type.Object({}, { additionalProperties: true }))

export const listAuditEventsRoute = query({
  method: 'get',
  path: '/v1/audit-events',
  operationId: 'listAuditEvents',
  tag: 'platform',
  permission: 'audit.read',
  summary: 'The trail of a record: who did what to it, when and why',
  query: listQuery(['-at'], {
    subject: Type.String({
      pattern: `^(${RECORD_KINDS.join('|')}):[0-9a-f-]{36}$`,
      examples: ['order:019a8f6e-6f00-7000-8000-000000000001'],
    }),
  }),
  output: listOf(
    Shape({
      id: Type.Integer(),
      at: Moment,
      actorKind: Type.String(),
      actorName: OrNull(Type.String()),
      verb: Type.String(),
      subject: Type.String(),
      reason: OrNull(Type.String()),
      before: Facts,
      after: Facts,
      requestId: Type.String(),
    }),
  ),
  async handle(reader, { query: wish }) {
    const { sql, actor } = reader
    const [kind, id] = wish.subject.split(':') as [RecordKind, string]
    const belonging = await belongingOf(sql, kind, id)
    if (!belonging || !mayDo(actor, kind === 'member' ? 'member.read' : 'audit.read', belonging))
      throw new DomainError('not_found')
    const page = await listAuditEvents(
      sql,
      { kind, id, propertyIds: propertiesFor(actor, 'audit.read') },
      wish,
    )
    const data = []
    for (const row of page.data) data.push(await auditRecord(reader, row))
    return { ...page, data }
  },
})

async function auditRecord({ sql, house }: Reader, row: AuditRow) {
  return {
    id: row.id,
    at: row.at,
    actorKind: row.actorKind,
    actorName: row.actorName,
    verb: row.verb,
    subject: `${row.subjectKind}:${row.subjectId}`,
    reason: row.reason,
    requestId: row.requestId,
    before: await unsealed(row.before),
    after: await unsealed(row.after),
  }

  /** Whoever may see the trail may see what changed in it, as long as the person's key exists. */
  async function unsealed(facts: AuditRow['before']) {
    if (!facts || !('sealed' in facts)) return facts
    const { sealed, ...plain } = facts
    const { memberId, value } = sealed as { memberId: string; value: string }
    const text = await house.vault.open(sql, memberId, Buffer.from(value, 'base64'))
    return { ...plain, ...(text === null ? { personal: ERASED } : (JSON.parse(text) as object)) }
  }
}

export const auditRoutes = [listAuditEventsRoute]
