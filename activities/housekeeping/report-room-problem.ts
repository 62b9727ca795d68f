import { DomainError } from '../../domain/platform/errors.ts'
import type { CheckedPicture } from '../gateways/pictures.ts'
import { openCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { storePicture } from '../platform/store-picture.ts'
import { lockProblem } from './lock-problem.ts'

/** Somebody found something in a room: a case until a person says what became of it. */
export async function reportRoomProblem(
  context: Context,
  input: { roomId: string; report: string },
): Promise<{ problemId: string }> {
  const { sql, now, actor } = context
  const room = await sql.maybe<{ property_id: string; number: string; cleaning_id: string | null }>(
    `select r.property_id, r.number, c.id as cleaning_id from rooms r
     left join cleanings c on c.room_id = r.id and c.done_at is null where r.id = $1`,
    [input.roomId],
  )
  if (!room) throw new DomainError('not_found')
  const problemId = newId()
  await sql.run(
    `insert into room_problems (id, property_id, room_id, cleaning_id, report, reported_by, reported_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [problemId, room.property_id, input.roomId, room.cleaning_id, input.report, actor.id, now],
  )
  await openCase(context, {
    kind: 'room_problem',
    subject: { kind: 'room_problem', id: problemId },
    propertyId: room.property_id,
    cause: `${room.number}: ${input.report}`,
  })
  context.audit({
    verb: 'room.problem_reported',
    subject: { kind: 'room', id: input.roomId },
    related: [{ kind: 'room_problem', id: problemId }],
    propertyId: room.property_id,
    after: { problemId, report: input.report },
  })
  return { problemId }
}

/** A photo of it, once: sent after the words, so that a slow connection loses no report. */
export async function addProblemPicture(
  context: Context,
  input: { problemId: string; picture: CheckedPicture },
): Promise<void> {
  const problem = await lockProblem(context, input.problemId)
  if (problem.hasPicture) throw new DomainError('already_exists')
  const { pictureId } = await storePicture(context, {
    propertyId: problem.propertyId,
    subject: { kind: 'room_problem', id: input.problemId },
    picture: input.picture,
  })
  await context.sql.run(
    'update room_problems set picture_id = $2, version = version + 1 where id = $1 and picture_id is null',
    [input.problemId, pictureId],
  )
}
