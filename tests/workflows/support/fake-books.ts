import type {
  ProcessActivities,
  Reading,
} from '../../../activities/platform/worker-activities-contract.ts'
import { nextRequestStep, type RequestLifeFacts } from '../../../domain/approvals/request-status.ts'
import { type BusinessDayFacts, nextBusinessDayStep } from '../../../domain/lodging/business-day.ts'
import { type BlockLifeFacts, nextBlockStep } from '../../../domain/lodging/block-life.ts'
import { nextOrderStep, type OrderLifeFacts } from '../../../domain/lodging/order-life.ts'
import {
  type CleaningLifeFacts,
  nextCleaningStep,
} from '../../../domain/housekeeping/cleaning-life.ts'
import { nextStayStep, type StayLifeFacts } from '../../../domain/lodging/stay-life.ts'
import {
  nextRegistrationStep,
  type RegistrationLifeFacts,
} from '../../../domain/members/registration-life.ts'
import { type MessageLifeFacts, nextMessageStep } from '../../../domain/messages/message-life.ts'
import type { NextStep } from '../../../domain/platform/processes.ts'

type Changeable<T> = { -readonly [K in keyof T]: T[K] }
type Lives = {
  order: Changeable<OrderLifeFacts>
  cancellation: Changeable<RequestLifeFacts>
  stay: Changeable<StayLifeFacts>
  cleaning: Changeable<CleaningLifeFacts>
  message: Changeable<MessageLifeFacts>
  day_roll: Changeable<BusinessDayFacts>
  block: Changeable<BlockLifeFacts>
  registration: Changeable<RegistrationLifeFacts>
}

/** One subject's page in books held in memory: the real decisions over facts a test can change. */
export type Page<K extends keyof Lives = keyof Lives> = {
  readonly kind: K
  readonly facts: Lives[K]
  /** Every subject has a clock of its own here, so that all tests can run at once. */
  offsetMs: number
  /** What happened, in order. */
  readonly did: string[]
  hasCase: boolean
  /** Thrown by the next verbs, one each. */
  readonly failures: Error[]
  /** Called when a verb begins: a test's way to interfere. */
  onVerb: () => Promise<void> | void
  /** Verbs succeed and change nothing. */
  isStuck: boolean
}

export type FakeBooks = {
  readonly activities: ProcessActivities
  open<K extends keyof Lives>(kind: K, id: string, facts: Lives[K]): Page<K>
}

export const nowOf = (page: Pick<Page, 'offsetMs'>) =>
  new Date(Date.now() + page.offsetMs).toISOString()

export function fakeBooks(): FakeBooks {
  const pages = new Map<string, Page>()
  const pageOf = <K extends keyof Lives>(kind: K, id: string): Page<K> => {
    const page = pages.get(`${kind}:${id}`)
    if (!page) throw new Error(`no such page: ${kind}:${id}`)
    return page as unknown as Page<K>
  }
  const reading =
    <K extends keyof Lives, S extends string>(kind: K, decide: (facts: Lives[K]) => NextStep<S>) =>
    ({ id }: { id: string }): Promise<Reading<S>> => {
      const page = pageOf(kind, id)
      return Promise.resolve({ next: decide(page.facts), now: nowOf(page), hasCase: page.hasCase })
    }
  const verb =
    <K extends keyof Lives>(
      kind: K,
      name: string,
      apply: (facts: Lives[K], now: string) => boolean,
    ) =>
    async ({ id }: { id: string }): Promise<void> => {
      const page = pageOf(kind, id)
      await page.onVerb()
      const failure = page.failures.shift()
      if (failure) throw failure
      if (!page.isStuck && apply(page.facts, nowOf(page))) page.did.push(name)
    }

  return {
    open(kind, id, facts) {
      const page = {
        kind,
        facts,
        offsetMs: 0,
        did: [],
        hasCase: false,
        failures: [],
        onVerb: () => undefined,
        isStuck: false,
      }
      pages.set(`${kind}:${id}`, page)
      return page
    },
    activities: {
      nextOrderStep: reading('order', nextOrderStep),
      remindOrder: verb('order', 'reminded', (facts, now) => {
        if (facts.status !== 'pending' || facts.remindedAt || facts.remindAt > now) return false
        facts.remindedAt = now
        return true
      }),
      expireOrder: verb('order', 'expired', (facts, now) => {
        if (facts.status !== 'pending' || facts.payBy > now) return false
        facts.status = 'expired'
        return true
      }),
      nextCancellationStep: reading('cancellation', nextRequestStep),
      raiseOverdueRequest: verb('cancellation', 'raised', (facts, now) => {
        if (facts.status !== 'pending' || facts.overdueRaised || facts.dueAt > now) return false
        facts.overdueRaised = true
        return true
      }),
      settleCancellation: verb('cancellation', 'settled', (facts) => {
        if (facts.status !== 'approved') return false
        facts.status = 'settled'
        return true
      }),
      nextStayStep: reading('stay', nextStayStep),
      raiseOverdueDeparture: verb('stay', 'raised', (facts, now) => {
        if (facts.status !== 'in_house' || facts.overdueRaised || (facts.overdueAt ?? '9') > now) {
          return false
        }
        facts.overdueRaised = true
        return true
      }),
      nextCleaningStep: reading('cleaning', nextCleaningStep),
      raiseCleaningNotBegun: verb('cleaning', 'not begun', (facts, now) => {
        if (facts.doneAt || facts.begunAt || facts.notBegunRaised || (facts.beginBy ?? '9') > now)
          return false
        facts.notBegunRaised = true
        return true
      }),
      raiseCleaningOverrun: verb('cleaning', 'raised', (facts, now) => {
        if (facts.doneAt || facts.overrunRaised || facts.dueAt > now) return false
        facts.overrunRaised = true
        return true
      }),
      nextMessageStep: reading('message', nextMessageStep),
      deliverMessage: verb('message', 'delivered', (facts, now) => {
        if (facts.status !== 'queued' || facts.held || facts.nextAttemptAt > now) return false
        facts.status = 'sent'
        return true
      }),
      nextDayRollStep: reading('day_roll', nextBusinessDayStep),
      rollDay: verb('day_roll', 'rolled', (facts, now) => {
        if (facts.rolledAt || facts.dueAt > now) return false
        facts.rolledAt = now
        return true
      }),
      nextBlockStep: reading('block', nextBlockStep),
      warnBlockEnding: verb('block', 'warned', (facts, now) => {
        if (facts.releasedAt || facts.warnedAt || (facts.warnAt ?? '9') > now) return false
        facts.warnedAt = now
        return true
      }),
      endBlock: verb('block', 'ended', (facts, now) => {
        if (facts.releasedAt || facts.releaseAt > now) return false
        facts.releasedAt = now
        return true
      }),
      nextRegistrationStep: reading('registration', nextRegistrationStep),
      expireRegistration: verb('registration', 'expired', (facts, now) => {
        if (facts.status !== 'pending' || facts.expiresAt > now) return false
        facts.status = 'expired'
        return true
      }),
      openProcessCase: async ({ process, id, cause }) => {
        const page = pageOf(process, id)
        if (!page.hasCase) page.did.push(`case: ${cause}`)
        page.hasCase = true
      },
      closeProcessCase: async ({ process, id }) => {
        const page = pageOf(process, id)
        if (page.hasCase) page.did.push('case closed')
        page.hasCase = false
      },
    },
  }
}
