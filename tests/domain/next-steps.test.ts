import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { nextRequestStep, REQUEST_STATUSES } from '../../domain/approvals/request-status.ts'
import { nextOrderStep, pendingDeadlines } from '../../domain/lodging/order-life.ts'
import { LINE_STATUSES } from '../../domain/lodging/order-status.ts'
import { nextCleaningStep } from '../../domain/housekeeping/cleaning-life.ts'
import { nextStayStep } from '../../domain/lodging/stay-life.ts'

const early = '2026-05-01T00:00:00.000Z'
const late = '2026-05-02T00:00:00.000Z'

describe('003-19 a pending order', () => {
  const order = { status: 'pending', remindAt: early, remindedAt: null, payBy: late } as const

  test('is reminded of once, then released', () => {
    expect(nextOrderStep(order)).toEqual({ kind: 'at', at: early, step: 'remind' })
    const reminded = { ...order, remindedAt: early }
    expect(nextOrderStep(reminded)).toEqual({ kind: 'at', at: late, step: 'expire' })
  })

  test('that is anything else has left this life, under its own name', () => {
    for (const status of LINE_STATUSES.filter((one) => one !== 'pending'))
      expect(nextOrderStep({ ...order, status })).toEqual({ kind: 'ended', outcome: status })
  })

  test('is reminded of so many minutes before it is released', () => {
    const minutes = fc.integer({ min: 1, max: 43_200 })
    const anyMoment = fc.date({
      noInvalidDate: true,
      min: new Date(0),
      max: new Date('2200-01-01'),
    })
    fc.assert(
      fc.property(anyMoment, minutes, minutes, (placed, hold, reminder) => {
        const { payBy, remindAt } = pendingDeadlines(placed, hold, reminder)
        expect(payBy.getTime() - placed.getTime()).toBe(hold * 60_000)
        expect(payBy.getTime() - remindAt.getTime()).toBe(reminder * 60_000)
      }),
    )
  })
})

describe('003-23 a request', () => {
  const request = {
    status: 'pending',
    requestedAt: early,
    dueAt: late,
    overdueRaised: false,
  } as const

  test('waits until it is due, is raised once, and goes on waiting', () => {
    expect(nextRequestStep(request)).toEqual({ kind: 'at', at: late, step: 'raiseOverdue' })
    expect(nextRequestStep({ ...request, overdueRaised: true })).toEqual({ kind: 'wait' })
  })

  test('approved, is settled at once, overdue or not', () => {
    for (const overdueRaised of [false, true])
      expect(nextRequestStep({ ...request, status: 'approved', overdueRaised })).toEqual({
        kind: 'at',
        at: early,
        step: 'settle',
      })
  })

  test('ends by being settled, rejected or withdrawn', () => {
    const ended = REQUEST_STATUSES.filter(
      (status) => nextRequestStep({ ...request, status }).kind === 'ended',
    )
    expect(ended).toEqual(['settled', 'rejected', 'withdrawn'])
  })
})

describe('003-26 a stay and a cleaning', () => {
  const stay = { status: 'in_house', overdueAt: late, overdueRaised: false } as const
  const cleaning = {
    begunAt: early,
    doneAt: null,
    beginBy: early,
    dueAt: late,
    notBegunRaised: false,
    overrunRaised: false,
  }

  test('a guest who should have left is raised once', () => {
    expect(nextStayStep(stay)).toEqual({ kind: 'at', at: late, step: 'raiseOverdue' })
    expect(nextStayStep({ ...stay, overdueRaised: true })).toEqual({ kind: 'wait' })
    expect(nextStayStep({ ...stay, overdueAt: null })).toEqual({ kind: 'wait' })
    expect(nextStayStep({ ...stay, status: 'departed' })).toEqual({
      kind: 'ended',
      outcome: 'departed',
    })
  })

  test('a cleaning that overruns is raised once, and ends when somebody says so', () => {
    expect(nextCleaningStep(cleaning)).toEqual({ kind: 'at', at: late, step: 'raiseOverrun' })
    expect(nextCleaningStep({ ...cleaning, overrunRaised: true })).toEqual({ kind: 'wait' })
    const done = { ...cleaning, doneAt: late, overrunRaised: true }
    expect(nextCleaningStep(done)).toEqual({ kind: 'ended', outcome: 'done' })
  })

  test('one that nobody begins is raised first, and still when it should be done', () => {
    const waiting = { ...cleaning, begunAt: null }
    expect(nextCleaningStep(waiting)).toEqual({ kind: 'at', at: early, step: 'raiseNotBegun' })
    expect(nextCleaningStep({ ...waiting, notBegunRaised: true })).toEqual({
      kind: 'at',
      at: late,
      step: 'raiseOverrun',
    })
    expect(nextCleaningStep({ ...waiting, beginBy: null })).toMatchObject({ step: 'raiseOverrun' })
  })
})
