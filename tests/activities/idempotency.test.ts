import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Context } from '../../activities/platform/context.ts'
import { type Call, runVerb } from '../../activities/platform/run-verb.ts'
import { topUp } from '../../activities/points/top-up.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Inn, openInn, PROPERTY } from './support/inn.ts'
import { outcome } from './support/overlap.ts'

let inn: Inn
let member: string
beforeAll(async () => {
  inn = await openInn()
}, 60_000)
afterAll(() => inn.stop())
beforeEach(async () => {
  member = await inn.guest()
})

const call = (
  key: string,
  changes: { actor?: Actor; route?: string; body?: string } = {},
): Call => ({
  actor: changes.actor ?? inn.front,
  requestId: 'x',
  idempotency: {
    route: changes.route ?? 'POST /v1/top-ups',
    key,
    fingerprint: inn.house.vault.fingerprint('body', changes.body ?? 'the body'),
    status: 201,
  },
})
const pay = (one: Call) =>
  runVerb(inn.house, one, topUp, { memberId: member, propertyId: PROPERTY, amount: 1_000 })

describe('B-01 one key, one effect', () => {
  test('the second time the first answer is said again, and nothing is done', async () => {
    const key = randomUUID()
    const first = await pay(call(key))
    const second = await pay(call(key))
    expect(first).toMatchObject({ replayed: false, status: 201 })
    expect(second).toEqual({ ...first, replayed: true })
    expect(await inn.balance(member)).toBe(1_000)
    expect((await inn.trail(member)).filter((verb) => verb === 'top_up.made')).toHaveLength(1)
  })

  test('fifty at once: one is done, the others hear its answer or that it is running', async () => {
    const key = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(pay(call(key)))))
    expect(new Set([...outcomes, 'done', 'idempotency_in_progress']).size).toBe(2)
    expect(await inn.balance(member)).toBe(1_000)
    expect(await pay(call(key))).toMatchObject({ replayed: true })
  })

  test('while the first still runs, the second is told so, and may come again', async () => {
    const key = randomUUID()
    let release = () => undefined as void
    const wait = new Promise<void>((resolve) => {
      release = resolve
    })
    let started = () => undefined as void
    const running = new Promise<void>((resolve) => {
      started = resolve
    })
    const slow = async () => {
      started()
      await wait
      return { done: true }
    }
    const first = runVerb(inn.house, call(key), slow, null)
    await running
    expect(await outcome(pay(call(key)))).toBe('idempotency_in_progress')
    release()
    await first
    expect((await pay(call(key))).output).toEqual({ done: true })
    expect(await inn.balance(member)).toBe(0)
  })

  test('another body under the same key is refused', async () => {
    const key = randomUUID()
    await pay(call(key))
    expect(await outcome(pay(call(key, { body: 'another' })))).toBe('idempotency_key_reused')
    expect(await inn.balance(member)).toBe(1_000)
  })

  test('decision 25: a refusal leaves nothing: the same key may succeed later', async () => {
    const key = randomUUID()
    const refuse = async () => {
      throw new Error('not today')
    }
    await expect(runVerb(inn.house, call(key), refuse, null)).rejects.toThrow('not today')
    expect(await pay(call(key))).toMatchObject({ replayed: false })
  })

  test("decision 25: a key is one person's, for one route", async () => {
    const key = randomUUID()
    await pay(call(key))
    await pay(call(key, { actor: inn.manager }))
    await pay(call(key, { route: 'POST /v1/elsewhere' }))
    expect(await inn.balance(member)).toBe(3_000)
  })
})

describe('decision 29: the stored answer', () => {
  const personal = async (context: Context) => {
    context.concerns(member)
    return { name: '秘密 花子' }
  }
  const stored = async (key: string) =>
    inn.value<Buffer>('select answer from idempotency_keys where key = $1', key)

  test('is sealed, also when it concerns nobody', async () => {
    const key = randomUUID()
    await runVerb(inn.house, call(key), personal, null)
    const house = randomUUID()
    await runVerb(inn.house, call(house), async () => ({ name: '秘密 花子' }), null)
    for (const answer of [await stored(key), await stored(house)])
      expect(answer.includes('秘密')).toBe(false)
    expect((await runVerb(inn.house, call(key), personal, null)).output).toEqual({
      name: '秘密 花子',
    })
  })

  test('is gone for good once the person is erased', async () => {
    const key = randomUUID()
    await runVerb(inn.house, call(key), personal, null)
    await inn.sql.run(
      'update member_keys set wrapped_key = null, destroyed_at = house_now() where member_id = $1',
      [member],
    )
    expect(await outcome(runVerb(inn.house, call(key), personal, null))).toBe('not_found')
  })
})
