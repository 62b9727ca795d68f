import type { LineStatus } from './order-status.ts'

export type StayActionFacts = {
  readonly status: LineStatus
  readonly checkIn: string
  readonly checkOut: string
  readonly businessDate: string
  readonly openRequestId: string | null
  readonly openRequestApproved: boolean
}
export type StayAction = 'check_in' | 'check_out' | 'cancel'

/** What the state of a stay allows now; who may do it is another question (permissions). */
export function stayActions(stay: StayActionFacts): StayAction[] {
  const actions: StayAction[] = []
  const started = stay.businessDate >= stay.checkIn && stay.businessDate < stay.checkOut
  if (stay.status === 'confirmed' && started && !stay.openRequestApproved) actions.push('check_in')
  if (stay.status === 'in_house') actions.push('check_out')
  if (isCancellable(stay)) actions.push('cancel')
  return actions
}

export const isCancellable = (stay: Pick<StayActionFacts, 'status' | 'openRequestId'>) =>
  stay.status === 'pending' || (stay.status === 'confirmed' && stay.openRequestId === null)

export type RoomActionFacts = {
  readonly occupied: boolean
  readonly cleaning: boolean
  readonly blocked: boolean
  /** The stay arriving on the day, if it may be checked in. */
  readonly arrivalReady: boolean
  readonly retired: boolean
}
export type RoomAction = 'check_in' | 'check_out' | 'finish_cleaning' | 'block' | 'release'

export function roomActions(room: RoomActionFacts): RoomAction[] {
  const actions: RoomAction[] = []
  if (room.arrivalReady && !room.occupied && !room.cleaning && !room.blocked)
    actions.push('check_in')
  if (room.occupied) actions.push('check_out')
  if (room.cleaning) actions.push('finish_cleaning')
  if (room.blocked) actions.push('release')
  else if (!room.retired) actions.push('block')
  return actions
}
