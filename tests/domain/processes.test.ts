import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parseWorkflowId, PROCESSES, workflowId } from '../../domain/platform/processes.ts'

test('B-19 a process is named by what it is about, and the name says it back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROCESSES), fc.uuid(), (kind, id) => {
      expect(parseWorkflowId(workflowId(kind, id))).toEqual({ kind, id })
    }),
  )
})

test('a workflow that is not ours is nobody', () => {
  for (const name of ['', 'order', 'orders:1', ':1', 'temporal-sys-scheduler:x'])
    expect(parseWorkflowId(name)).toBeNull()
})
