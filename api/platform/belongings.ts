import type { Belonging } from '../../domain/platform/permissions.ts'
import type { Sql } from '../../db/platform/sql.ts'

/** Whose a record is, by its kind: what every route's authorisation asks first. */
const QUERIES = {
  property: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId" from properties p where p.id = $1`,
  room_type: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from room_types t join properties p on p.id = t.property_id where t.id = $1`,
  room: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from rooms r join properties p on p.id = r.property_id where r.id = $1`,
  room_block: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from room_blocks b join properties p on p.id = b.property_id where b.id = $1`,
  picture: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from pictures i join properties p on p.id = i.property_id where i.id = $1`,
  order: `select issuer_id as "issuerId", property_id as "propertyId", member_id as "memberId" from orders where id = $1`,
  stay: `select o.issuer_id as "issuerId", o.property_id as "propertyId", o.member_id as "memberId"
    from order_lines l join orders o on o.id = l.order_id where l.id = $1`,
  cleaning: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from cleanings k join properties p on p.id = k.property_id where k.id = $1`,
  room_problem: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from room_problems q join properties p on p.id = q.property_id where q.id = $1`,
  guest: `select o.issuer_id as "issuerId", e.property_id as "propertyId", o.member_id as "memberId"
    from guest_entries e join order_lines l on l.id = e.line_id join orders o on o.id = l.order_id where e.id = $1`,
  member: `select issuer_id as "issuerId", null as "propertyId", id as "memberId" from members where id = $1`,
  approval: `select p.issuer_id as "issuerId", q.property_id as "propertyId", q.beneficiary_id as "memberId"
    from approval_requests q join properties p on p.id = q.property_id where q.id = $1`,
  rate_edit: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from rate_edits e join properties p on p.id = e.property_id where e.id = $1`,
  message: `select p.issuer_id as "issuerId", p.id as "propertyId", m.member_id as "memberId"
    from messages m join properties p on p.id = m.property_id where m.id = $1`,
  caught_mail: `select p.issuer_id as "issuerId", p.id as "propertyId", null as "memberId"
    from caught_mails c join properties p on p.id = c.property_id where c.id = $1`,
  token: `select p.issuer_id as "issuerId", t.property_id as "propertyId", null as "memberId"
    from api_tokens t join properties p on p.id = t.property_id where t.id = $1`,
} as const satisfies Record<string, string>

export type RecordKind = keyof typeof QUERIES
export const RECORD_KINDS = Object.keys(QUERIES) as readonly RecordKind[]

export const belongingOf = (sql: Sql, kind: RecordKind, id: string) =>
  sql.maybe<Belonging>(QUERIES[kind], [id])

/** For routes with the record's id in the path. */
export const byId = (kind: RecordKind) => (sql: Sql, given: { params: { id: string } }) =>
  belongingOf(sql, kind, given.params.id)

/** A member acting on a property's record acts on his own behalf. */
export const forMember = (belonging: Belonging | null, memberId: string): Belonging | null =>
  belonging && { ...belonging, memberId }
