import { isOpen, type LineStatus } from './order-status.ts'

export type StayActionFacts = {
  readonly status: LineStatus
  readonly checkIn: string
  readonly checkOut: string
  readonly businessDate: string
  readonly openRequestId: string | null
  readonly openRequestApproved: boolean
  /** The guest wants this very room. */
  readonly pinned: boolean
}
export type StayAction =
  | 'check_in'
  | 'check_out'
  | 'cancel'
  | 'depart_early'
  | 'extend'
  | 'move'
  | 'pin'
  | 'unpin'

/** What the state of a stay allows now; who may do it is another question (permissions). */
export function stayActions(stay: StayActionFacts): StayAction[] {
  const actions: StayAction[] = []
  const started = stay.businessDate >= stay.checkIn && stay.businessDate < stay.checkOut
  if (stay.status === 'confirmed' && started && !stay.openRequestApproved) actions.push('check_in')
  if (stay.status === 'in_house') actions.push('check_out')
  if (isCancellable(stay)) actions.push('cancel')
  if (holdsNightsToCome(stay)) {
    const undisputed = stay.openRequestId === null
    if (stay.status === 'in_house' && undisputed) actions.push('depart_early')
    if (stay.status !== 'pending' && undisputed) actions.push('extend')
    // What a manager is to sign names the room: while he thinks, it stays (docs/adr/0007).
    if (!stay.pinned && undisputed) actions.push('move')
    actions.push(stay.pinned ? 'unpin' : 'pin')
  }
  return actions
}

/** Open, with a night left to sleep: what a room can be changed for. */
const holdsNightsToCome = (stay: Pick<StayActionFacts, 'status' | 'checkOut' | 'businessDate'>) =>
  isOpen(stay.status) && stay.businessDate < stay.checkOut

export const isCancellable = (stay: Pick<StayActionFacts, 'status' | 'openRequestId'>) =>
  stay.status === 'pending' || (stay.status === 'confirmed' && stay.openRequestId === null)

export type RoomActionFacts = {
  readonly occupied: boolean
  readonly cleaning: boolean
  /** The cleaning is finished and waits for whoever inspects it. */
  readonly toInspect?: boolean
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
  if (room.cleaning && room.toInspect !== true) actions.push('finish_cleaning')
  if (room.blocked) actions.push('release')
  else if (!room.retired) actions.push('block')
  return actions
}
