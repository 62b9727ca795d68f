import { isProblem } from '../../api/problem.ts'
import type { Licence } from '../../api/records.ts'
import type { Text } from '../../platform/i18n/use-text.ts'
import { emptyFields, type GuestField, type RoomDraft } from './arrival-draft.ts'

export type GuestProblems = (
  room: number,
  guest: number,
  draft: RoomDraft,
  licence: Licence,
) => Partial<Record<GuestField, string>>

const POINTER = /^\/(?:rooms\/(\d+)\/)?guests\/(\d+)\/(\w+)$/

/** What is empty once somebody wanted to go on, and what the house refused, both beside their field. */
export const guestProblems =
  (asked: boolean, refusal: unknown, t: Text): GuestProblems =>
  (room, guest, draft, licence) => {
    const problems: Partial<Record<GuestField, string>> = {}
    const told = isProblem(refusal) ? (refusal.problem.errors ?? []) : []
    for (const { pointer, message } of told) {
      const [, atRoom = '0', atGuest, field] = POINTER.exec(pointer) ?? []
      if (Number(atRoom) === room && Number(atGuest) === guest)
        problems[field as GuestField] = message
    }
    const one = draft.guests[guest]
    if (!asked || !one) return problems
    for (const field of emptyFields(one, licence)) problems[field] = t('arrival.missing')
    return problems
  }
