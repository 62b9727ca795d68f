import { ApplicationFailure } from '@temporalio/common'
import type { ProcessKind } from '../../../domain/platform/processes.ts'
import type { FakeBooks, Page } from './fake-books.ts'
import { eventually, type Rig } from './rig.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const inFuture = (ms: number) => new Date(Date.now() + ms).toISOString()

/** A day of a process, played on a real server: what people and time do, and what must come of it. */
export type Branch = {
  readonly name: string
  readonly kind: ProcessKind
  readonly open: (books: FakeBooks, id: string) => Page
  readonly play: (stage: Stage) => Promise<void>
  readonly did: readonly string[]
  readonly ends: string
}

export type Stage = {
  readonly page: Page
  /** A person changes the books and the process is told. */
  change(facts: object): Promise<void>
  /** The house clock moves, and the process's own time with it; nobody tells it anything. */
  pass(ms: number): Promise<void>
  /** Until the process has done this. */
  seen(deed: string): Promise<void>
}

export function stageFor(rig: Rig, page: Page, kind: ProcessKind, id: string): Stage {
  let messages = 0
  const process = { kind, id }
  return {
    page,
    async change(facts) {
      Object.assign(page.facts, facts)
      messages += 1
      await rig.processes.tell({ process, messageId: `m${messages}`, offsetMs: page.offsetMs })
    },
    async pass(ms) {
      page.offsetMs += ms
      const houseMs = Date.now() + page.offsetMs
      await rig.processes.bringTo(process, houseMs)
      await eventually(async () => {
        const { standing, insideMs } = await rig.processes.standing(process)
        return standing !== 'running' || insideMs >= houseMs
      })
    },
    seen: async (deed) =>
      void (await eventually(() => page.did.some((done) => done.startsWith(deed)))),
  }
}

const order = (books: FakeBooks, id: string) =>
  books.open('order', id, {
    status: 'pending',
    remindAt: inFuture(20 * HOUR),
    remindedAt: null,
    payBy: inFuture(24 * HOUR),
  })
const request = (books: FakeBooks, id: string) =>
  books.open('cancellation', id, {
    status: 'pending',
    requestedAt: inFuture(-MINUTE),
    dueAt: inFuture(8 * HOUR),
    overdueRaised: false,
  })
const stay = (books: FakeBooks, id: string) =>
  books.open('stay', id, { status: 'in_house', overdueAt: inFuture(2 * DAY), overdueRaised: false })
const cleaning = (books: FakeBooks, id: string) =>
  books.open('cleaning', id, {
    begunAt: null,
    doneAt: null,
    beginBy: inFuture(45 * MINUTE),
    dueAt: inFuture(90 * MINUTE),
    notBegunRaised: false,
    overrunRaised: false,
  })

const message = (books: FakeBooks, id: string) =>
  books.open('message', id, { status: 'queued', held: false, nextAttemptAt: inFuture(-MINUTE) })
const businessDay = (books: FakeBooks, id: string) =>
  books.open('day_roll', id, { dueAt: inFuture(10 * HOUR), rolledAt: null })
const block = (books: FakeBooks, id: string) =>
  books.open('block', id, {
    releasedAt: null,
    warnAt: inFuture(2 * DAY),
    warnedAt: null,
    releaseAt: inFuture(3 * DAY),
  })

const registration = (books: FakeBooks, id: string) =>
  books.open('registration', id, { status: 'pending', expiresAt: inFuture(DAY) })

const refusal = ApplicationFailure.nonRetryable('the room is taken', 'state_conflict')

export const BRANCHES: readonly Branch[] = [
  {
    name: 'order-paid-at-once',
    kind: 'order',
    open: order,
    play: (stage) => stage.change({ status: 'confirmed' }),
    did: [],
    ends: 'confirmed',
  },
  {
    name: 'order-reminded-then-paid',
    kind: 'order',
    open: order,
    play: async (stage) => {
      await stage.pass(21 * HOUR)
      await stage.seen('reminded')
      await stage.change({ status: 'confirmed' })
    },
    did: ['reminded'],
    ends: 'confirmed',
  },
  {
    name: 'order-never-paid',
    kind: 'order',
    open: order,
    play: async (stage) => {
      await stage.pass(20 * HOUR + MINUTE)
      await stage.seen('reminded')
      await stage.pass(4 * HOUR)
    },
    did: ['reminded', 'expired'],
    ends: 'expired',
  },
  {
    name: 'order-cancelled-by-the-guest',
    kind: 'order',
    open: order,
    play: (stage) => stage.change({ status: 'cancelled' }),
    did: [],
    ends: 'cancelled',
  },
  {
    name: 'order-paid-in-the-moment-it-expires',
    kind: 'order',
    open: order,
    play: async (stage) => {
      await stage.pass(20 * HOUR + MINUTE)
      await stage.seen('reminded')
      stage.page.onVerb = () => void Object.assign(stage.page.facts, { status: 'confirmed' })
      await stage.pass(4 * HOUR)
    },
    did: ['reminded'],
    ends: 'confirmed',
  },
  {
    name: 'cancellation-approved',
    kind: 'cancellation',
    open: request,
    play: (stage) => stage.change({ status: 'approved' }),
    did: ['settled'],
    ends: 'settled',
  },
  {
    name: 'cancellation-rejected',
    kind: 'cancellation',
    open: request,
    play: (stage) => stage.change({ status: 'rejected' }),
    did: [],
    ends: 'rejected',
  },
  {
    name: 'cancellation-withdrawn',
    kind: 'cancellation',
    open: request,
    play: (stage) => stage.change({ status: 'withdrawn' }),
    did: [],
    ends: 'withdrawn',
  },
  {
    name: 'cancellation-overdue-then-approved',
    kind: 'cancellation',
    open: request,
    play: async (stage) => {
      await stage.pass(9 * HOUR)
      await stage.seen('raised')
      await stage.change({ status: 'approved' })
    },
    did: ['raised', 'settled'],
    ends: 'settled',
  },
  {
    name: 'cancellation-refused-by-the-books-then-cured',
    kind: 'cancellation',
    open: request,
    play: async (stage) => {
      stage.page.failures.push(refusal)
      await stage.change({ status: 'approved' })
      await stage.seen('case')
      await stage.change({})
    },
    did: ['case: state_conflict: the room is taken', 'settled', 'case closed'],
    ends: 'settled',
  },
  {
    name: 'stay-departed-in-time',
    kind: 'stay',
    open: stay,
    play: async (stage) => {
      await stage.pass(DAY)
      await stage.change({ status: 'departed' })
    },
    did: [],
    ends: 'departed',
  },
  {
    name: 'stay-overdue-then-departed',
    kind: 'stay',
    open: stay,
    play: async (stage) => {
      await stage.pass(2 * DAY + MINUTE)
      await stage.seen('raised')
      await stage.change({ status: 'departed' })
    },
    did: ['raised'],
    ends: 'departed',
  },
  {
    name: 'cleaning-done-in-time',
    kind: 'cleaning',
    open: cleaning,
    play: (stage) => stage.change({ doneAt: inFuture(0) }),
    did: [],
    ends: 'done',
  },
  {
    name: 'cleaning-overruns-then-done',
    kind: 'cleaning',
    open: cleaning,
    play: async (stage) => {
      await stage.change({ begunAt: inFuture(0) })
      await stage.pass(2 * HOUR)
      await stage.seen('raised')
      await stage.change({ doneAt: inFuture(0) })
    },
    did: ['raised'],
    ends: 'done',
  },
  {
    name: 'message-sent-at-once',
    kind: 'message',
    open: message,
    play: (stage) => stage.seen('delivered'),
    did: ['delivered'],
    ends: 'sent',
  },
  {
    name: 'message-deferred-then-sent',
    kind: 'message',
    open: (books, id) =>
      books.open('message', id, {
        status: 'queued',
        held: false,
        nextAttemptAt: inFuture(HOUR),
      }),
    play: (stage) => stage.pass(HOUR + MINUTE),
    did: ['delivered'],
    ends: 'sent',
  },
  {
    name: 'message-held-until-there-is-a-server',
    kind: 'message',
    open: (books, id) =>
      books.open('message', id, {
        status: 'queued',
        held: true,
        nextAttemptAt: inFuture(-MINUTE),
      }),
    play: (stage) => stage.change({ held: false }),
    did: ['delivered'],
    ends: 'sent',
  },
  {
    name: 'day-rolled-at-its-hour',
    kind: 'day_roll',
    open: businessDay,
    play: (stage) => stage.pass(10 * HOUR + MINUTE),
    did: ['rolled'],
    ends: 'rolled',
  },
  {
    name: 'block-warned-of-then-ended',
    kind: 'block',
    open: block,
    play: async (stage) => {
      await stage.pass(2 * DAY + MINUTE)
      await stage.seen('warned')
      await stage.pass(DAY)
    },
    did: ['warned', 'ended'],
    ends: 'released',
  },
  {
    name: 'block-extended-then-released-by-hand',
    kind: 'block',
    open: block,
    play: async (stage) => {
      await stage.pass(2 * DAY + MINUTE)
      await stage.seen('warned')
      await stage.change({
        warnAt: inFuture(5 * DAY),
        warnedAt: null,
        releaseAt: inFuture(6 * DAY),
      })
      await stage.change({ releasedAt: inFuture(0) })
    },
    did: ['warned'],
    ends: 'released',
  },
  {
    name: 'registration-confirmed',
    kind: 'registration',
    open: registration,
    play: (stage) => stage.change({ status: 'confirmed' }),
    did: [],
    ends: 'confirmed',
  },
  {
    name: 'registration-expired',
    kind: 'registration',
    open: registration,
    play: (stage) => stage.pass(DAY + MINUTE),
    did: ['expired'],
    ends: 'expired',
  },
  {
    name: 'cleaning-nobody-begins-and-it-overruns',
    kind: 'cleaning',
    open: cleaning,
    play: async (stage) => {
      await stage.pass(50 * MINUTE)
      await stage.seen('not begun')
      await stage.pass(HOUR)
      await stage.seen('raised')
      await stage.change({ begunAt: inFuture(0) })
      await stage.change({ doneAt: inFuture(0) })
    },
    did: ['not begun', 'raised'],
    ends: 'done',
  },
  {
    name: 'cleaning-sent-back-has-new-deadlines',
    kind: 'cleaning',
    open: cleaning,
    play: async (stage) => {
      await stage.change({ begunAt: inFuture(0) })
      await stage.pass(2 * HOUR)
      await stage.seen('raised')
      await stage.change({
        begunAt: null,
        beginBy: inFuture(2 * HOUR + 45 * MINUTE),
        dueAt: inFuture(2 * HOUR + 90 * MINUTE),
        overrunRaised: false,
      })
      await stage.pass(HOUR)
      await stage.seen('not begun')
      await stage.change({ begunAt: inFuture(0), doneAt: inFuture(0) })
    },
    did: ['raised', 'not begun'],
    ends: 'done',
  },
]
