import type { LineStatus } from './order-status.ts'

/** What keeps an arriving guest out of the room at this moment; `ready`: nothing does. */
export const ROOM_READINESS = ['ready', 'cleaning', 'occupied', 'blocked'] as const
export type RoomReadiness = (typeof ROOM_READINESS)[number]

export const TODAY_STEPS = [
  'top_up',
  'check_in',
  'check_out',
  'finish_cleaning',
  'decide',
  'open',
] as const
/** What the desk does next with a line of its day. */
export type TodayStep = (typeof TODAY_STEPS)[number]

export type TodayStayFacts = {
  readonly status: LineStatus
  readonly room: RoomReadiness
  /** Its cleaning is finished and waits for whoever inspects it: not for the desk. */
  readonly toInspect: boolean
  /** The day on which the property lives, and the stay's last one. */
  readonly businessDate: string
  readonly checkOut: string
}

/** Points first, then the room, then the key; a guest in the house has a next step on the day of departure. */
export function stayStep(stay: TodayStayFacts): TodayStep {
  if (stay.status === 'pending') return 'top_up'
  if (stay.status === 'in_house') return stay.checkOut <= stay.businessDate ? 'check_out' : 'open'
  if (stay.status !== 'confirmed') return 'open'
  if (stay.room === 'cleaning') return stay.toInspect ? 'open' : 'finish_cleaning'
  return stay.room === 'ready' ? 'check_in' : 'open'
}
