import { randomUUID } from 'node:crypto'
import type { Verb } from '../../../activities/platform/context.ts'
import { runVerb } from '../../../activities/platform/run-verb.ts'
import { DomainError } from '../../../domain/platform/errors.ts'
import type { Actor } from '../../../domain/platform/actor.ts'
import { eventually } from '../../support/eventually.ts'
import { asOf, type Inn } from './inn.ts'

/** One command, ready to be run. */
export type Command = (inn: Inn, beforeCommit?: () => Promise<void>) => Promise<unknown>

export const command =
  <Input, Output>(actor: Actor, verb: Verb<Input, Output>, input: Input, now?: Date): Command =>
  (inn, beforeCommit) => {
    const held: Verb<Input, Output> = async (context, given) => {
      const output = await asOf(now, verb)(context, given)
      await beforeCommit?.()
      return output
    }
    return runVerb(inn.house, { actor, requestId: randomUUID() }, held, input)
  }

/** 'done', or the code of the refusal. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code
  }
}

/**
 * Two commands that overlap as badly as they can: the first has done everything but commit when the
 * second begins, and commits once the second is finished or stands waiting for a lock.
 */
export async function overlapped(
  inn: Inn,
  first: Command,
  second: Command,
): Promise<[string, string]> {
  let reached = () => undefined as void
  const atCommit = new Promise<void>((resolve) => {
    reached = resolve
  })
  let release = () => undefined as void
  const mayCommit = new Promise<void>((resolve) => {
    release = resolve
  })
  const one = outcome(
    first(inn, () => {
      reached()
      return mayCommit
    }),
  )
  await Promise.race([atCommit, one])
  let finished = false
  const two = outcome(second(inn)).finally(() => {
    finished = true
  })
  try {
    await eventually(async () => {
      if (finished) return
      const { rows } = await inn.owner.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rows.length === 0) throw new Error('neither finished nor waiting')
    })
  } finally {
    release()
  }
  return [await one, await two]
}
