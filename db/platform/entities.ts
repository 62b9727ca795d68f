import { Member } from '../members/member.ts'
import { Room } from '../lodging/room.ts'
import { RoomType } from '../lodging/room-type.ts'

/** The masters that are edited record by record. What moves by sets (nights, lots, entries) stays SQL. */
export const ENTITIES = [Member, Room, RoomType] as const
