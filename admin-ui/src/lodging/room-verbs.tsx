import type { BoardRoom } from '../api/records.ts'
import { assertNever } from '../platform/assert-never.ts'
import { BlockRoomButton } from './block-room-button.tsx'
import { CheckInButton } from './check-in-button.tsx'
import { CheckOutButton } from './check-out-button.tsx'
import { FinishCleaningButton } from './finish-cleaning-button.tsx'
import { ReleaseRoomButton } from './release-room-button.tsx'

export type RoomInBrief = Pick<BoardRoom, 'id' | 'number'>
type RoomVerb = 'check_in' | 'check_out' | 'finish_cleaning' | 'release' | 'block'

export const deskVerbs: RoomVerb[] = ['check_in', 'check_out', 'finish_cleaning']
export const roomVerbs: RoomVerb[] = [...deskVerbs, 'release', 'block']

type RoomVerbsProps = { room: BoardRoom; verbs: RoomVerb[]; compact?: boolean }

/** The buttons of a room: a button is drawn where the house offers its verb, and nowhere else. */
export const RoomVerbs = ({ room, verbs, compact = false }: RoomVerbsProps) =>
  verbs.map((verb) => <RoomVerbButton key={verb} verb={verb} room={room} compact={compact} />)

type RoomVerbButtonProps = { verb: RoomVerb; room: BoardRoom; compact: boolean }

const RoomVerbButton = ({ verb, room, compact }: RoomVerbButtonProps) => {
  const offered = room.allowedActions.includes(verb)
  const place = { roomNumber: room.number, offered, compact }
  switch (verb) {
    case 'check_in':
      return <CheckInButton stay={room.arrival} {...place} />
    case 'check_out':
      return <CheckOutButton stay={room.stay} {...place} />
    case 'finish_cleaning':
      return <FinishCleaningButton room={room} offered={offered} compact={compact} />
    case 'block':
      return <BlockRoomButton room={room} offered={offered} />
    case 'release':
      return <ReleaseRoomButton room={room} offered={offered} />
    default:
      return assertNever(verb)
  }
}
