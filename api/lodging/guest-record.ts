import { beginningOf, type GuestEntry, masked } from '../../domain/lodging/guest-register.ts'
import type { GuestRow } from '../../db/lodging/guest-queries.ts'
import type { Vault } from '../../activities/platform/vault.ts'
import type { Answer } from '../platform/schemas.ts'
import type { GuestInBrief } from './desk-schemas.ts'

/** A line as the desk recognises it; the whole of it is revealed with a reason only. */
export const guestsInBrief = (
  vault: Vault,
  rows: readonly GuestRow[],
): Answer<typeof GuestInBrief>[] =>
  rows.map(({ wrapped_key: key, sealed, destroyedAt: _, ...row }) => {
    const guest = key ? (JSON.parse(vault.openUnder(key, sealed)) as GuestEntry) : null
    return {
      ...row,
      name: guest?.name ?? null,
      addressHint: guest ? beginningOf(guest.address) : null,
      passportHint: masked(guest?.passportNumber ?? null),
      livesInJapan: guest?.livesInJapan ?? null,
    }
  })
