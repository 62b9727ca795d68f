import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ProcessKind, workflowId } from '../../domain/platform/processes.ts'
import { type Stage, stageFor } from './support/branches.ts'
import { fakeBooks, type Page } from './support/fake-books.ts'
import { eventually, type Rig, startRig } from './support/rig.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const inFuture = (ms: number) => new Date(Date.now() + ms).toISOString()

const books = fakeBooks()
let rig: Rig
let broken: ReturnType<typeof playBroken>
let longLife: ReturnType<typeof playLongLife>
beforeAll(async () => {
  rig = await startRig(books.activities)
  // The two slow ones go on while the others are played.
  broken = playBroken()
  longLife = playLongLife()
  for (const slow of [broken, longLife]) slow.catch(() => undefined)
}, 30_000)
afterAll(() => rig.stop())

const stageOf = (page: Page, kind: ProcessKind, id: string): Stage => stageFor(rig, page, kind, id)
const handleOf = (kind: ProcessKind, id: string) =>
  rig.client.workflow.getHandle(workflowId(kind, id))
const tell = (kind: ProcessKind, id: string, messageId: string, reviveBroken = false) =>
  rig.processes.tell({ process: { kind, id }, messageId, offsetMs: 0, reviveBroken })

function cleaning(dueInMs = HOUR) {
  const id = randomUUID()
  const page = books.open('cleaning', id, {
    begunAt: inFuture(0),
    doneAt: null,
    beginBy: null,
    dueAt: inFuture(dueInMs),
    notBegunRaised: false,
    overrunRaised: false,
  })
  return { id, page, stage: stageOf(page, 'cleaning', id) }
}
function request() {
  const id = randomUUID()
  const page = books.open('cancellation', id, {
    status: 'pending',
    requestedAt: inFuture(-MINUTE),
    dueAt: inFuture(HOUR),
    overdueRaised: false,
  })
  return { id, page, stage: stageOf(page, 'cancellation', id) }
}

describe('messages', () => {
  test('the first starts the process, later ones reach it, and one that comes after its end is no fault', async () => {
    const { id, page } = cleaning()
    expect(await tell('cleaning', id, '1')).toBe('started')
    expect(await tell('cleaning', id, '2')).toBe('told')
    page.facts.doneAt = inFuture(0)
    await tell('cleaning', id, '3')
    expect(await handleOf('cleaning', id).result()).toBe('done')
    expect(await tell('cleaning', id, '4')).toBe('over')
    expect(await rig.processes.standing({ kind: 'cleaning', id })).toMatchObject({
      standing: 'completed',
    })
  }, 20_000)

  test('one that was sent again under its own id counts once', async () => {
    const { id, page } = cleaning()
    for (let time = 0; time < 5; time += 1) await tell('cleaning', id, 'the same')
    await tell('cleaning', id, 'another')
    const arrived = async () => {
      const { events = [] } = await handleOf('cleaning', id).fetchHistory()
      return events?.filter((event) => event.workflowExecutionSignaledEventAttributes).length ?? 0
    }
    // While a task is under way the server holds messages back from the history.
    await eventually(async () => (await arrived()) >= 2)
    page.facts.doneAt = inFuture(0)
    await tell('cleaning', id, 'the last')
    await handleOf('cleaning', id).result()
    // The same, another, and perhaps the last: the process may end on an earlier one.
    expect([2, 3]).toContain(await arrived())
  }, 20_000)

  test('fifty at once lead to one effect', async () => {
    const { id, page } = request()
    await tell('cancellation', id, '0')
    page.facts.status = 'approved'
    await Promise.all(Array.from({ length: 50 }, (_, at) => tell('cancellation', id, `m${at}`)))
    expect(await handleOf('cancellation', id).result()).toBe('settled')
    expect(page.did).toEqual(['settled'])
  }, 20_000)

  test('one that arrives while a step is being done is not lost', async () => {
    const { id, page, stage } = request()
    await stage.change({})
    page.onVerb = async () => {
      page.onVerb = () => undefined
      await tell('cancellation', id, 'meanwhile')
      page.facts.status = 'approved'
    }
    await stage.pass(2 * HOUR)
    expect(await handleOf('cancellation', id).result()).toBe('settled')
    expect(page.did).toEqual(['settled'])
  }, 20_000)
})

describe('trouble', () => {
  test('a failure that passes is tried again and nobody is bothered', async () => {
    const { id, page, stage } = request()
    page.failures.push(new Error('the books are busy'), new Error('still busy'))
    await stage.change({ status: 'approved' })
    expect(await handleOf('cancellation', id).result()).toBe('settled')
    expect(page.did).toEqual(['settled'])
  }, 20_000)

  test('one that does not pass becomes a case; the process stays, and goes on when it is cured', async () => {
    const { did, standing, outcome } = await broken
    expect(standing).toBe('running')
    expect(outcome).toBe('settled')
    // On a machine that stands still the last attempt may have timed out instead.
    expect(did[0]).toMatch(/^case: (the books are broken|Activity timed out)$/)
    expect(did.slice(1)).toEqual(['settled', 'case closed'])
  }, 60_000)

  test('after a pause it tries again by itself', async () => {
    const { id, page, stage } = request()
    const { ApplicationFailure } = await import('@temporalio/common')
    page.failures.push(ApplicationFailure.nonRetryable('no', 'state_conflict'))
    await stage.change({ status: 'approved' })
    await stage.seen('case')
    await stage.pass(2 * MINUTE)
    expect(await handleOf('cancellation', id).result()).toBe('settled')
    expect(page.hasCase).toBe(false)
  }, 20_000)

  test('a step that changes nothing is not repeated for ever: a person is told', async () => {
    const { page, stage } = cleaning()
    page.isStuck = true
    await stage.change({})
    await stage.pass(HOUR + MINUTE)
    await stage.seen('case: raiseOverrun changes nothing')
    page.isStuck = false
    await stage.change({})
    await stage.seen('case closed')
    expect(page.did.filter((deed) => deed === 'raised')).toHaveLength(1)
  }, 30_000)
})

test('a process that was ended by an operator is started again only on purpose', async () => {
  const { id, page } = cleaning()
  await tell('cleaning', id, '1')
  await handleOf('cleaning', id).cancel()
  await eventually(
    () => rig.processes.standing({ kind: 'cleaning', id }),
    ({ standing }) => standing === 'broken',
  )
  expect(await tell('cleaning', id, '2')).toBe('over')
  expect(await tell('cleaning', id, '3', true)).toBe('started')
  page.facts.doneAt = inFuture(0)
  await tell('cleaning', id, '4')
  expect(await handleOf('cleaning', id).result()).toBe('done')
}, 20_000)

test('a long life goes on in a new run before its history is long, and loses nothing', async () => {
  const { firstRun, laterRun, outcome } = await longLife
  expect(laterRun).not.toBe(firstRun)
  expect(outcome).toBe('done')
}, 90_000)

async function playBroken() {
  const { id, page, stage } = request()
  for (let time = 0; time < 8; time += 1) page.failures.push(new Error('the books are broken'))
  await stage.change({ status: 'approved' })
  await eventually(() => page.hasCase, Boolean, 45_000)
  const { standing } = await rig.processes.standing({ kind: 'cancellation', id })
  await stage.change({})
  const outcome: unknown = await handleOf('cancellation', id).result()
  return { did: page.did, standing, outcome }
}

async function playLongLife() {
  const { id, page } = cleaning()
  await tell('cleaning', id, 'first')
  const { runId: firstRun } = await handleOf('cleaning', id).describe()
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let time = 0; time < 130; time += 1)
      await insist(() => tell('cleaning', id, `${lane}-${time}`))
  })
  await Promise.all(lanes)
  const { runId: laterRun } = await eventually(
    () => handleOf('cleaning', id).describe(),
    ({ runId }) => runId !== firstRun,
    60_000,
  )
  page.facts.doneAt = inFuture(0)
  await tell('cleaning', id, 'last')
  const outcome: unknown = await handleOf('cleaning', id).result()
  return { firstRun, laterRun, outcome }
}

/** While a run makes room for the next one the server turns messages away for a moment; so does the outbox try again. */
async function insist<T>(call: () => Promise<T>, times = 4): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await call()
    } catch (error) {
      if (time >= times) throw error
    }
  }
}
