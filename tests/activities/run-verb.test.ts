import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Context, Verb } from '../../activities/platform/context.ts'
import { runVerb } from '../../activities/platform/run-verb.ts'
import { SYSTEM_ACTOR } from '../../domain/platform/actor.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())

const run = <Input, Output>(verb: Verb<Input, Output>, input: Input) =>
  runVerb(inn.house, { actor: inn.front, requestId: 'r-1' }, verb, input)
/** A change, a line in the trail and a message, and then whatever the test wants. */
const rename =
  (subject: string, then: (context: Context) => Promise<unknown> = async () => undefined) =>
  async (context: Context) => {
    await context.sql.run('update properties set name = $2 where id = $1', [PROPERTY, subject])
    context.audit({
      verb: 'property.renamed',
      subject: { kind: 'property', id: subject },
      reason: '改装',
    })
    context.tell('order', subject)
    context.tell('order', subject)
    await then(context)
    return { name: subject }
  }
const written = async (subject: string) => ({
  renamed: (await inn.value('select name from properties where id = $1', PROPERTY)) === subject,
  trail: (await inn.trail(subject)).length,
  told: (await inn.told(subject)).length,
})

describe('B-11 B-17 change, trail and message', () => {
  test('are one: written together, a message told twice once', async () => {
    const subject = randomUUID()
    await run(rename(subject), null)
    expect(await written(subject)).toEqual({ renamed: true, trail: 1, told: 1 })
    expect(
      await inn.sql.one(
        `select actor_kind, actor_id, reason, request_id, at <= recorded_at + interval '1 second' as soon
         from audit_events where subject_id = $1`,
        [subject],
      ),
    ).toEqual({
      actor_kind: 'staff',
      actor_id: inn.front.id,
      reason: '改装',
      request_id: 'r-1',
      soon: true,
    })
    expect(await inn.value('select workflow_id from outbox where subject_id = $1', subject)).toBe(
      `order:${subject}`,
    )
  })

  const NOTHING = { renamed: false, trail: 0, told: 0 }

  test('or not at all: when the verb refuses at its very end', async () => {
    const subject = randomUUID()
    const refuses = rename(subject, async () => {
      throw new Error('changed my mind')
    })
    await expect(run(refuses, null)).rejects.toThrow('changed my mind')
    expect(await written(subject)).toEqual(NOTHING)
  })

  test('or not at all: when the trail cannot be written', async () => {
    const subject = randomUUID()
    const untraceable = rename(subject, async (context) =>
      context.audit({ verb: 'x', subject: { kind: 'property', id: 'no id' } }),
    )
    await expect(run(untraceable, null)).rejects.toMatchObject({ code: 'validation_failed' })
    expect(await written(subject)).toEqual(NOTHING)
  })

  test('or not at all: when the answer cannot be kept, which is the last thing written', async () => {
    const subject = randomUUID()
    const idempotency = {
      route: 'x',
      key: 'longer than a key may be '.repeat(20),
      fingerprint: Buffer.alloc(1),
      status: 200,
    }
    const call = { actor: inn.front, requestId: 'x', idempotency }
    await expect(runVerb(inn.house, call, rename(subject), null)).rejects.toMatchObject({
      constraint: 'idempotency_keys_key_check',
    })
    expect(await written(subject)).toEqual(NOTHING)
  })

  test('or not at all: when the connection is cut before the commit', async () => {
    const subject = randomUUID()
    const cut = rename(subject, async ({ sql }) => {
      const { pid } = await sql.one<{ pid: number }>('select pg_backend_pid() as pid')
      await inn.owner.query('select pg_terminate_backend($1)', [pid])
      await sql.rows('select 1')
    })
    await expect(run(cut, null)).rejects.toMatchObject({ code: 'temporarily_unavailable' })
    expect(await written(subject)).toEqual(NOTHING)
    await run(rename(subject), null)
    expect(await written(subject)).toEqual({ renamed: true, trail: 1, told: 1 })
  })
})

describe('B-02 a deadlock', () => {
  test('is run again from the beginning, and written once', async () => {
    const rooms = await inn.sql.rows<{ id: string }>('select id from rooms order by id limit 2')
    const [a, b] = rooms.map((room) => room.id) as [string, string]
    let attempts = 0
    let arrived = 0
    let go = () => undefined as void
    const both = new Promise<void>((resolve) => {
      go = resolve
    })
    const subject = randomUUID()
    const locks = (first: string, second: string) => async (context: Context) => {
      attempts += 1
      await context.sql.run('select from rooms where id = $1 for update', [first])
      arrived += 1
      if (arrived === 2) go()
      await both
      await context.sql.run('select from rooms where id = $1 for update', [second])
      context.audit({ verb: 'x', subject: { kind: 'room', id: subject } })
    }
    await Promise.all([run(locks(a, b), null), run(locks(b, a), null)])
    // Two that met, and as often again as it took.
    expect(attempts).toBeGreaterThan(2)
    expect(await inn.trail(subject)).toEqual(['x', 'x'])
  })

  test.each([
    ['40P01', 'database_busy', 4],
    ['40001', 'database_busy', 4],
    ['55P03', 'database_busy', 1],
    ['57014', 'database_busy', 1],
    ['23505', 'already_exists', 1],
    ['23503', 'still_referenced', 1],
  ])('SQLSTATE %s is %s after %i runs', async (state, code, runs) => {
    let attempts = 0
    const fails = async ({ sql }: Context) => {
      attempts += 1
      await sql.rows(`do $$ begin raise exception using errcode = '${state}'; end $$`)
    }
    await expect(run(fails, null)).rejects.toMatchObject({ code })
    expect(attempts).toBe(runs)
  })

  test('a fault of ours stays what it is', async () => {
    const faulty = ({ sql }: Context) => sql.rows('select nothing from nowhere')
    await expect(run(faulty, null)).rejects.toMatchObject({ code: '42P01' })
  })
})

test('B-20 a verb lives in the time of the house', async () => {
  const now = async ({ now: moment }: Context) => moment.getTime()
  const before = (await run(now, null)).output
  expect(Math.abs(before - Date.now())).toBeLessThan(5_000)
  await inn.sql.run('update clock set offset_ms = 86400000')
  const after = (await run(now, null)).output
  await inn.sql.run('update clock set offset_ms = 0')
  expect(after - before).toBeGreaterThanOrEqual(86_400_000)
  expect(after - before).toBeLessThan(86_400_000 + 10_000)
})

test('time itself is named in the trail as what it is', async () => {
  const subject = randomUUID()
  await runVerb(inn.house, { actor: SYSTEM_ACTOR, requestId: 'x' }, rename(subject), null)
  expect(
    await inn.sql.one('select actor_kind, actor_id from audit_events where subject_id = $1', [
      subject,
    ]),
  ).toEqual({ actor_kind: 'system', actor_id: null })
})
