import { addDays, type LocalDate } from '../../domain/lodging/local-date.ts'
import type { ProblemOutcome } from '../../domain/housekeeping/problem-outcome.ts'
import { blockRoom } from '../lodging/block-room.ts'
import { closeCase } from '../platform/cases.ts'
import type { Context } from '../platform/context.ts'
import { type LockedProblem, lockProblem } from './lock-problem.ts'

/** It is mended, or was nothing: the case closes. */
export async function resolveProblem(
  context: Context,
  input: { problemId: string; note: string },
): Promise<void> {
  const problem = await lockProblem(context, input.problemId)
  await close(context, problem, { outcome: 'resolved', note: input.note, blockId: null })
}

/**
 * The room is taken out of use from tonight, for what was reported (003-05); nothing that is sold is touched.
 *
 * @throws DomainError room_sold where one of the nights is sold
 */
export async function putIntoMaintenance(
  context: Context,
  input: { problemId: string; nights: number },
): Promise<{ blockId: string }> {
  const { sql, now } = context
  // The stock of its type is locked before the problem: the order every verb keeps.
  const room = await sql.maybe<{ room_type_id: string; today: LocalDate }>(
    `select r.room_type_id, business_date(p, $2) as today from room_problems q join rooms r on r.id = q.room_id
     join properties p on p.id = r.property_id where q.id = $1`,
    [input.problemId, now],
  )
  if (room) await sql.run('select lock_room_types(array[$1::uuid])', [room.room_type_id])
  const problem = await lockProblem(context, input.problemId)
  const today = room?.today ?? ''
  const { blockId } = await blockRoom(context, {
    roomId: problem.roomId,
    kind: 'maintenance',
    fromNight: today,
    untilNight: addDays(today, input.nights - 1),
    reason: problem.report,
  })
  await close(context, problem, { outcome: 'maintenance', note: null, blockId })
  return { blockId }
}

type Closing = { outcome: ProblemOutcome; note: string | null; blockId: string | null }

async function close(context: Context, problem: LockedProblem, closing: Closing): Promise<void> {
  const { outcome, note, blockId } = closing
  await context.sql.run(
    `update room_problems set outcome = $2, outcome_note = $3, block_id = $4, closed_by = $5, closed_at = $6,
       version = version + 1 where id = $1 and closed_at is null`,
    [problem.id, outcome, note, blockId, context.actor.id, context.now],
  )
  await closeCase(context, 'room_problem', { kind: 'room_problem', id: problem.id })
  context.audit({
    verb: 'room.problem_closed',
    subject: { kind: 'room', id: problem.roomId },
    related: [{ kind: 'room_problem', id: problem.id }],
    propertyId: problem.propertyId,
    after: { problemId: problem.id, outcome },
    reason: note,
  })
}
