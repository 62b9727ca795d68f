import type { StaffActor } from '../../domain/platform/actor.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { assignRooms } from '../housekeeping/assign-rooms.ts'
import { completeCleaning } from '../housekeeping/complete-cleaning.ts'
import { reportRoomProblem } from '../housekeeping/report-room-problem.ts'
import { requestCleaning } from '../housekeeping/request-cleaning.ts'
import { startCleaning } from '../housekeeping/start-cleaning.ts'
import type { Verb } from './context.ts'
import type { House } from './house.ts'
import { runVerb } from './run-verb.ts'

/**
 * A demo's rooms in the middle of their cleaning: the one a guest has left is begun, an empty one is
 * done, one waits with a note, and something was found. Given out by the desk, done by who cleans.
 */
export async function furnishHousekeeping(
  house: House,
  propertyId: string,
  front: StaffActor,
  cleaner: StaffActor,
): Promise<void> {
  const { sql } = house.database
  const run = async <I, O>(actor: StaffActor, verb: Verb<I, O>, input: I) =>
    (await runVerb(house, { actor, requestId: 'seed' }, verb, input)).output
  const rooms = await sql.rows<{ id: string; number: string }>(
    'select id, number from rooms where property_id = $1 order by number',
    [propertyId],
  )
  const roomId = (number: string) => rooms.find((room) => room.number === number)?.id ?? ''
  const { now } = await sql.one<{ now: string }>('select house_now() as now')
  const { businessDate } = await propertyFacts(sql, propertyId, new Date(now))

  const departed = await sql.rows<{ id: string; room_id: string }>(
    'select id, room_id from cleanings where property_id = $1 and done_at is null',
    [propertyId],
  )
  await run(front, requestCleaning, { roomId: roomId('302'), note: '窓のふき掃除もお願いします' })
  const { cleaningId } = await run(front, requestCleaning, { roomId: roomId('205'), note: null })
  const given = [...departed.map((one) => one.room_id), roomId('302'), roomId('205')]
  await run(front, assignRooms, {
    propertyId,
    date: businessDate,
    roomIds: given,
    staffId: cleaner.id,
  })
  for (const { id } of departed) await run(cleaner, startCleaning, { cleaningId: id })
  await run(cleaner, completeCleaning, { cleaningId })
  await run(cleaner, reportRoomProblem, {
    roomId: roomId('205'),
    report: '浴室の換気扇から異音がします',
  })
}
