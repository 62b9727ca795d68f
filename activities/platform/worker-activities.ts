import { ApplicationFailure } from '@temporalio/common'
import { nextRequestStep } from '../../domain/approvals/request-status.ts'
import { nextBusinessDayStep } from '../../domain/lodging/business-day.ts'
import { nextBlockStep } from '../../domain/lodging/block-life.ts'
import { nextCleaningStep } from '../../domain/housekeeping/cleaning-life.ts'
import { nextOrderStep } from '../../domain/lodging/order-life.ts'
import { nextStayStep } from '../../domain/lodging/stay-life.ts'
import { nextRegistrationStep } from '../../domain/members/registration-life.ts'
import { nextMessageStep } from '../../domain/messages/message-life.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { DomainError, ERRORS, errorSentence } from '../../domain/platform/errors.ts'
import type { NextStep, ProcessKind } from '../../domain/platform/processes.ts'
import {
  readBusinessDay,
  readBlockLife,
  readCleaningLife,
  readMessageLife,
  readOrderLife,
  readRegistrationLife,
  readRequestLife,
  readStayLife,
} from '../../db/platform/process-life.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { translateDatabaseError } from '../../db/platform/translate-error.ts'
import { raiseOverdueRequest } from '../approvals/raise-overdue-request.ts'
import { endBlockInTime } from '../lodging/end-block.ts'
import { raiseCleaningNotBegun } from '../housekeeping/raise-cleaning-not-begun.ts'
import { raiseCleaningOverrun } from '../housekeeping/raise-cleaning-overrun.ts'
import { expireOrder } from '../lodging/expire-order.ts'
import { raiseOverdueDeparture } from '../lodging/raise-overdue-departure.ts'
import { rollDay } from '../lodging/roll-day.ts'
import { remindOrder } from '../lodging/remind-order.ts'
import { settleCancellation } from '../lodging/settle-cancellation.ts'
import { expireRegistration } from '../members/expire-registration.ts'
import type { MailGateway } from '../gateways/mail.ts'
import { deliverMessage } from '../messages/deliver-message.ts'
import { warnBlockEnding } from '../lodging/warn-block-ending.ts'
import type { Verb } from './context.ts'
import type { House } from './house.ts'
import { runVerb } from './run-verb.ts'
import { closeProcessCase, openProcessCase } from './worker-activities-cases.ts'
import type { ProcessActivities, Reading, Subject } from './worker-activities-contract.ts'

/**
 * What the worker registers: the processes' readings and the verbs time itself calls.
 *
 * @param mail null: there is no mail server, messages wait for one
 */
export function createActivities(house: House, mail: MailGateway | null = null): ProcessActivities {
  const { sql } = house.database

  const reading =
    <Facts, Step extends string>(
      kind: ProcessKind,
      read: (sql: Sql, id: string) => Promise<Facts | null>,
      decide: (facts: Facts) => NextStep<Step>,
    ) =>
    ({ id }: Subject): Promise<Reading<Step>> =>
      asFailure(async () => {
        const moment = await sql.one<{ now: string; hasCase: boolean }>(
          `select house_now() as now, exists (select from cases where kind = 'process_failed'
             and subject_kind = $1 and subject_id = $2 and closed_at is null) as "hasCase"`,
          [kind, id],
        )
        const facts = await read(sql, id)
        // Books restored from before it began: whatever it was, there is nothing left to do for it.
        const next: NextStep<Step> = facts ? decide(facts) : { kind: 'ended', outcome: 'unknown' }
        return { next, ...moment }
      })

  const step =
    (kind: ProcessKind, verb: Verb<Subject, void>) =>
    ({ id }: Subject): Promise<void> =>
      asFailure(async () => {
        const call = { actor: SYSTEM_ACTOR, requestId: `${kind}:${id}` }
        await runVerb(house, call, verb, { id })
      })

  return {
    nextOrderStep: reading('order', readOrderLife, nextOrderStep),
    remindOrder: step('order', remindOrder),
    expireOrder: step('order', expireOrder),

    nextCancellationStep: reading('cancellation', readRequestLife, nextRequestStep),
    raiseOverdueRequest: step('cancellation', raiseOverdueRequest),
    settleCancellation: step('cancellation', settleCancellation),

    nextStayStep: reading('stay', readStayLife, nextStayStep),
    raiseOverdueDeparture: step('stay', raiseOverdueDeparture),

    nextCleaningStep: reading('cleaning', readCleaningLife, nextCleaningStep),
    raiseCleaningNotBegun: step('cleaning', raiseCleaningNotBegun),
    raiseCleaningOverrun: step('cleaning', raiseCleaningOverrun),

    nextMessageStep: reading('message', readMessageLife, nextMessageStep),
    deliverMessage: ({ id }) => asFailure(() => deliverMessage(house, mail, id)),
    nextDayRollStep: reading('day_roll', readBusinessDay, nextBusinessDayStep),
    rollDay: step('day_roll', rollDay),

    nextBlockStep: reading('block', readBlockLife, nextBlockStep),
    warnBlockEnding: step('block', warnBlockEnding),
    endBlock: step('block', endBlockInTime),

    nextRegistrationStep: reading('registration', readRegistrationLife, nextRegistrationStep),
    expireRegistration: step('registration', expireRegistration),

    openProcessCase: ({ process, id, cause }) =>
      asFailure(() => openProcessCase(sql, 'process_failed', { kind: process, id }, cause)),
    closeProcessCase: ({ process, id }) =>
      asFailure(() => closeProcessCase(sql, 'process_failed', { kind: process, id })),
  }
}

/** A refusal crosses to Temporal under its code; the table says whether trying again can help. */
async function asFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    const error = translateDatabaseError(thrown)
    if (!(error instanceof DomainError)) throw error
    throw ApplicationFailure.create({
      type: error.code,
      message: errorSentence(error.code, error.params, 'ja').detail,
      nonRetryable: !ERRORS[error.code].retryable,
      cause: error,
    })
  }
}
