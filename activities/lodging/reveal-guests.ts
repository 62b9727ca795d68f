import type { GuestEntry } from '../../domain/lodging/guest-register.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { type GuestScope, guestRows, type VersionRow } from '../../db/lodging/guest-queries.ts'
import type { Context } from '../platform/context.ts'
import type { Vault } from '../platform/vault.ts'

/** A year of a full house fits; a longer inspection is several. */
export const REVEALED_MAX = 5_000

export type RevealedGuest = GuestEntry & {
  readonly id: string
  readonly stayId: string
  readonly version: number
}

/** The register as it was written, for an inspection or a correction: who looked and why stands in the trail. */
export async function revealGuests(
  context: Context,
  input: GuestScope & { reason: string },
): Promise<RevealedGuest[]> {
  const { sql, vault } = context
  const rows = await guestRows(sql, input, REVEALED_MAX + 1)
  if (rows.length > REVEALED_MAX) throw new DomainError('limit_exceeded', { limit: REVEALED_MAX })
  const stays = [...new Set(rows.map((row) => row.stayId))]
  const subject =
    input.stayId === undefined
      ? ({ kind: 'property', id: input.propertyId } as const)
      : ({ kind: 'stay', id: input.stayId } as const)
  context.audit({
    verb: 'guest_register.revealed',
    subject,
    propertyId: input.propertyId,
    after: { guests: rows.length, stays: stays.length, from: input.from, until: input.until },
    reason: input.reason,
  })
  return rows.flatMap(({ id, stayId, version, representative, wrapped_key: key, sealed }) => {
    if (!key) return []
    const guest = JSON.parse(vault.openUnder(key, sealed)) as GuestEntry
    return [{ ...guest, representative, id, stayId, version }]
  })
}

/** The earlier versions beside the last one, opened: for whoever has just been shown that. */
export const openVersions = (vault: Vault, rows: readonly VersionRow[]) =>
  rows.map(({ wrapped_key: key, sealed, ...row }) => ({
    ...row,
    ...(JSON.parse(vault.openUnder(key, sealed)) as GuestEntry),
  }))
