import type { IdentityCheck, Licence } from '../../domain/lodging/guest-register.ts'
import type { Sql } from '../platform/sql.ts'

/** Which part of the register: a property's stays that touch some days, or one stay. */
export type GuestScope = {
  readonly propertyId: string
  readonly from?: string
  readonly until?: string
  readonly stayId?: string
}

export type GuestRow = {
  id: string
  stayId: string
  position: number
  representative: boolean
  nationality: string
  licence: Licence
  recordedAt: string
  retainUntil: string
  destroyedAt: string | null
  version: number
  wrapped_key: Buffer | null
  sealed: Buffer
}

const SELECT = `e.id, e.line_id as "stayId", e.position, e.representative, e.nationality, e.licence,
  e.recorded_at as "recordedAt", e.retain_until as "retainUntil", e.destroyed_at as "destroyedAt", e.version,
  e.wrapped_key, v.sealed`
const FROM = `guest_entries e join guest_entry_versions v on v.entry_id = e.id and v.version = e.version
  join order_lines l on l.id = e.line_id join orders o on o.id = l.order_id join rooms r on r.id = l.room_id`

/** In the order of a register: by arrival, booking, room and place. */
export const guestRows = (sql: Sql, scope: GuestScope, limit: number) =>
  sql.rows<GuestRow>(
    `select ${SELECT} from ${FROM}
     where e.property_id = $1 and e.withdrawn_at is null and ($2::uuid is null or e.line_id = $2)
       and ($3::date is null or l.check_out >= $3) and ($4::date is null or l.check_in <= $4)
     order by l.check_in, o.number, r.number, l.id, e.position limit $5`,
    [scope.propertyId, scope.stayId ?? null, scope.from ?? null, scope.until ?? null, limit],
  )

/** What the member's party wrote at its last stay, this house's or a sister's; also of a check-in just undone. */
export const lastGuestRows = (sql: Sql, stayId: string, limit: number) =>
  sql.rows<GuestRow>(
    `with me as (select o.member_id from order_lines l join orders o on o.id = l.order_id where l.id = $1),
     last as (select e.line_id, max(e.recorded_at) as at from guest_entries e join order_lines l on l.id = e.line_id
       join orders o on o.id = l.order_id join me on me.member_id = o.member_id
       where e.wrapped_key is not null group by e.line_id order by at desc limit 1)
     select ${SELECT} from ${FROM} join last on last.line_id = e.line_id
     where e.wrapped_key is not null and e.recorded_at >= last.at order by e.position limit $2`,
    [stayId, limit],
  )

export type RegisteredStayRow = {
  id: string
  orderId: string
  orderNumber: string
  roomNumber: string
  checkIn: string
  checkOut: string
  guests: number
  licence: Licence
  checkedInAt: string | null
  checkedOutAt: string | null
  identity: (IdentityCheck & { confirmedBy: string; confirmedAt: string }) | null
}

/** The stays a register lists for some days: whoever was received, in the order of arrival. */
export const registeredStays = (sql: Sql, scope: GuestScope, limit: number) =>
  sql.rows<RegisteredStayRow>(
    `select l.id, l.order_id as "orderId", o.number as "orderNumber", r.number as "roomNumber", l.check_in as "checkIn",
       l.check_out as "checkOut", l.guests, d.licence, l.checked_in_at as "checkedInAt", l.checked_out_at as "checkedOutAt",
       (select jsonb_build_object('method', i.method, 'document', i.document, 'confirmedBy', s.display_name,
         'confirmedAt', rfc3339(i.confirmed_at)) from identity_checks i join staff s on s.id = i.confirmed_by
         where i.line_id = l.id order by i.confirmed_at desc limit 1) as identity
     from order_lines l join orders o on o.id = l.order_id join rooms r on r.id = l.room_id
     join dwellings d on d.id = r.dwelling_id
     where l.property_id = $1 and l.status in ('in_house', 'departed') and ($2::uuid is null or l.id = $2)
       and ($3::date is null or l.check_out >= $3) and ($4::date is null or l.check_in <= $4)
     order by l.check_in, o.number, r.number, l.id limit $5`,
    [scope.propertyId, scope.stayId ?? null, scope.from ?? null, scope.until ?? null, limit],
  )

export type VersionRow = {
  guestId: string
  version: number
  recordedAt: string
  recordedBy: string | null
  reason: string | null
  wrapped_key: Buffer
  sealed: Buffer
}

/** What the lines of a stay's register said before they were edited, the latest first. */
export const earlierVersions = (sql: Sql, stayId: string) =>
  sql.rows<VersionRow>(
    `select v.entry_id as "guestId", v.version, v.recorded_at as "recordedAt", s.display_name as "recordedBy", v.reason,
       e.wrapped_key, v.sealed
     from guest_entry_versions v join guest_entries e on e.id = v.entry_id left join staff s on s.id = v.recorded_by
     where e.line_id = $1 and e.withdrawn_at is null and e.wrapped_key is not null and v.version < e.version
     order by e.position, v.version desc limit 500`,
    [stayId],
  )
