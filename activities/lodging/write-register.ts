import {
  fault,
  type GuestEntry,
  type GuestInput,
  guestEntry,
  type Licence,
  registerFaults,
  retainUntil,
} from '../../domain/lodging/guest-register.ts'
import type { FieldError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'

/** The stay a register belongs to. */
export type RegisteredStay = {
  readonly id: string
  readonly member_id: string
  readonly property_id: string
  readonly licence: Licence
  readonly business_date: string
}
export type Register = {
  readonly stay: RegisteredStay
  readonly guests: readonly GuestEntry[]
  /** The place of the first of them in the room's register. */
  readonly from: number
  readonly faults: readonly FieldError[]
}

/** Reads what the desk handed in, copies what it points to, and says what the law misses. */
export async function readRegister(
  context: Context,
  stay: RegisteredStay,
  inputs: readonly GuestInput[],
  at: string,
): Promise<Register> {
  const earlier = await earlierEntries(context, stay.member_id, inputs)
  const gone = inputs.flatMap(({ copyOf }, index) =>
    copyOf !== undefined && !earlier.has(copyOf) ? [fault(`${at}/${index}/copyOf`, 'gone')] : [],
  )
  const guests = inputs.map((input) =>
    guestEntry(input, earlier.get(input.copyOf ?? '') ?? null, stay.licence),
  )
  const faults = gone.length > 0 ? gone : registerFaults(guests, stay.licence, at)
  return { stay, guests, from: 1, faults }
}

type Sealed = { id: string; wrapped_key: Buffer; sealed: Buffer }

/** Of this member's own stays only: nobody's address travels into another party's register. */
async function earlierEntries(
  { sql, vault }: Context,
  memberId: string,
  inputs: readonly GuestInput[],
): Promise<ReadonlyMap<string, GuestEntry>> {
  const ids = inputs.flatMap(({ copyOf }) => copyOf ?? [])
  if (ids.length === 0) return new Map()
  const rows = await sql.rows<Sealed>(
    `select e.id, e.wrapped_key, v.sealed from guest_entries e
     join guest_entry_versions v on v.entry_id = e.id and v.version = e.version
     join order_lines l on l.id = e.line_id join orders o on o.id = l.order_id
     where e.id = any($1::uuid[]) and o.member_id = $2 and e.wrapped_key is not null`,
    [ids, memberId],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      JSON.parse(vault.openUnder(row.wrapped_key, row.sealed)) as GuestEntry,
    ]),
  )
}

/** Each guest's line sealed under a key of its own, all of them in two statements. */
export async function writeRegisters(
  context: Context,
  registers: readonly Register[],
): Promise<string[]> {
  const { sql, vault, now, actor } = context
  const rows = registers.flatMap(({ stay, guests, from }) =>
    guests.map((guest, index) => {
      const key = vault.newWrappedKey()
      return {
        id: newId(),
        line_id: stay.id,
        property_id: stay.property_id,
        licence: stay.licence,
        position: from + index,
        representative: guest.representative,
        nationality: guest.nationality,
        retain_until: retainUntil(stay.business_date),
        key,
        sealed: vault.sealUnder(key, JSON.stringify(guest)),
      }
    }),
  )
  await sql.run(
    `insert into guest_entries (id, line_id, property_id, licence, position, representative, nationality,
       wrapped_key, recorded_at, retain_until)
     select r.id, r.line_id, r.property_id, r.licence, r.position, r.representative, r.nationality, k.key, $1, r.retain_until
     from jsonb_to_recordset($2::jsonb) r(id uuid, line_id uuid, property_id uuid, licence text, position int,
       representative boolean, nationality text, retain_until date)
     join unnest($3::uuid[], $4::bytea[]) k(id, key) on k.id = r.id`,
    [
      now,
      JSON.stringify(rows.map(({ key: _, sealed: __, ...row }) => row)),
      rows.map((row) => row.id),
      rows.map((row) => row.key),
    ],
  )
  await sql.run(
    `insert into guest_entry_versions (entry_id, version, sealed, recorded_by, recorded_at)
     select t.id, 1, t.sealed, $3, $4 from unnest($1::uuid[], $2::bytea[]) t(id, sealed)`,
    [rows.map((row) => row.id), rows.map((row) => row.sealed), actor.id, now],
  )
  return rows.map((row) => row.id)
}
