import {
  type GuestEntry,
  guestEntry,
  type GuestInput,
  guestFaults,
  fault,
  type Licence,
} from '../../domain/lodging/guest-register.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type EditGuest = {
  readonly guestId: string
  readonly version: number
  readonly changes: Partial<GuestEntry>
  readonly reason: string
}

type Entry = {
  line_id: string
  order_id: string
  property_id: string
  licence: Licence
  wrapped_key: Buffer | null
  withdrawn: boolean
  representative: boolean
  version: number
  sealed: Buffer
}

/** A line of the register is put right: what it said before stays beside it, sealed as well. */
export async function editGuest(context: Context, input: EditGuest): Promise<void> {
  const { sql, vault, now, actor } = context
  await sql.run('select from guest_entries where id = $1 for no key update', [input.guestId])
  const entry = await sql.maybe<Entry>(
    `select e.line_id, l.order_id, e.property_id, e.licence, e.wrapped_key, e.withdrawn_at is not null as withdrawn,
       e.representative, e.version, v.sealed from guest_entries e join order_lines l on l.id = e.line_id
     join guest_entry_versions v on v.entry_id = e.id and v.version = e.version where e.id = $1`,
    [input.guestId],
  )
  if (!entry) throw new DomainError('not_found')
  if (!entry.wrapped_key || entry.withdrawn)
    throw new DomainError('state_conflict', { state: entry.withdrawn ? 'withdrawn' : 'destroyed' })
  if (entry.version !== input.version) throw new DomainError('version_mismatch')
  const written = JSON.parse(vault.openUnder(entry.wrapped_key, entry.sealed)) as GuestEntry
  const before = { ...written, representative: entry.representative }
  const after = edited(before, input.changes, entry.licence)
  if (after.representative && !before.representative) await passOn(context, entry.line_id)
  await sql.run(
    `insert into guest_entry_versions (entry_id, version, sealed, recorded_by, recorded_at, reason)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      input.guestId,
      entry.version + 1,
      vault.sealUnder(entry.wrapped_key, JSON.stringify(after)),
      actor.id,
      now,
      input.reason,
    ],
  )
  await sql.run(
    'update guest_entries set nationality = $2, representative = $3, version = version + 1 where id = $1',
    [input.guestId, after.nationality, after.representative],
  )
  context.audit({
    verb: 'guest.edited',
    subject: { kind: 'guest', id: input.guestId },
    related: [
      { kind: 'stay', id: entry.line_id },
      { kind: 'order', id: entry.order_id },
    ],
    propertyId: entry.property_id,
    before: { version: entry.version },
    after: { version: entry.version + 1, fields: Object.keys(input.changes) },
    reason: input.reason,
  })
}

/** @throws DomainError validation_failed */
function edited(before: GuestEntry, changes: Partial<GuestEntry>, licence: Licence): GuestEntry {
  const input: GuestInput = {
    ...changes,
    representative: changes.representative ?? before.representative,
  }
  const after = guestEntry(input, before, licence)
  const fields = guestFaults(after, licence).map(({ field, code }) => fault(`/${field}`, code))
  if (before.representative && !after.representative)
    fields.push(fault('/representative', 'one_representative'))
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields })
  return after
}

/** There is one representative; whoever was it is so no longer. The column has the word, not the sealed line. */
async function passOn({ sql }: Context, lineId: string): Promise<void> {
  await sql.run(
    'update guest_entries set representative = false where line_id = $1 and representative and withdrawn_at is null',
    [lineId],
  )
}
