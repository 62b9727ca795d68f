import { describe, expect, test } from '@jest/globals'
import { cleaningActions, CLEANING_STATES } from '../../domain/housekeeping/cleaning-state.ts'
import { roomTask, roomUrgency } from '../../domain/housekeeping/room-task.ts'

const facts = { cleanerId: 'a', reopenable: true } as const

test.each([
  ['waiting', ['start', 'finish']],
  ['begun', ['finish', 'put_back']],
  ['to_inspect', ['pass', 'send_back', 'reopen']],
  ['done', ['reopen']],
] as const)('003-26 a cleaning that is %s offers %j to a colleague', (state, actions) => {
  expect(cleaningActions({ ...facts, state }, 'b').toSorted()).toEqual([...actions].toSorted())
})

test('003-26 nobody is offered to pass his own work, and nothing is offered of what cannot be taken back', () => {
  expect(cleaningActions({ ...facts, state: 'to_inspect' }, 'a')).toEqual(['send_back', 'reopen'])
  expect(cleaningActions({ ...facts, state: 'done', reopenable: false }, 'b')).toEqual([])
})

describe('003-03 what is to be done in a room', () => {
  test('an open cleaning comes before a guest who has yet to leave, and both before what is done', () => {
    for (const state of CLEANING_STATES.filter((one) => one !== 'done'))
      expect(roomTask({ cleaning: state, leaving: true })).toBe(state)
    expect(roomTask({ cleaning: 'done', leaving: true })).toBe('departure_expected')
    expect(roomTask({ cleaning: 'done', leaving: false })).toBe('done')
    expect(roomTask({ cleaning: null, leaving: false })).toBe('none')
  })

  test('a room somebody arrives in tonight comes first', () => {
    const urgency = (cleaning: 'waiting' | 'done' | null, leaving: boolean, arriving: boolean) =>
      roomUrgency({ cleaning, leaving, arriving })
    const inOrder = [
      urgency('waiting', false, true),
      urgency(null, true, true),
      urgency('waiting', false, false),
      urgency(null, true, false),
      urgency('done', false, true),
      urgency(null, false, true),
    ]
    expect(inOrder).toEqual([...inOrder].toSorted((a, b) => a - b))
    expect(new Set(inOrder).size).toBe(inOrder.length)
  })
})
