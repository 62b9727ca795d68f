import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { DefaultLogger, Worker, bundleWorkflowCode } from '@temporalio/worker'
import {
  bundleWorkflows,
  installTemporalRuntime,
} from '../../activities/gateways/temporal-runtime.ts'
import { BRANCHES } from './support/branches.ts'
import { testLog } from './support/rig.ts'

/**
 * Processes that were waiting when the code was changed must go on with it: the histories committed
 * here, one for each branch, replay with today's workflows. After a change on purpose:
 * `REFRESH_HISTORIES=1 npm run jest -- tests/workflows/branches.test.ts`.
 */
const HISTORIES = join(import.meta.dirname, 'histories')
const historyOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8'))

type Bundle = Awaited<ReturnType<typeof bundleWorkflows>>
let workflows: Bundle
let changed: Bundle

beforeAll(async () => {
  installTemporalRuntime({ ...testLog, error: () => undefined })
  workflows = await bundleWorkflows(testLog)
  const workflowsPath = join(import.meta.dirname, 'fixtures', 'changed-order.ts')
  changed = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
}, 30_000)

test('there is one history for each branch', () => {
  const kept = readdirSync(HISTORIES).map((file) => file.replace(/\.json$/, ''))
  expect(kept.toSorted()).toEqual(BRANCHES.map((branch) => branch.name).toSorted())
})

test.each(BRANCHES.map((branch) => branch.name))(
  '%s replays',
  async (name) => {
    await Worker.runReplayHistory({ workflowBundle: workflows }, historyOf(name))
  },
  20_000,
)

test('a process that was changed on the way is noticed', async () => {
  const replay = Worker.runReplayHistory({ workflowBundle: changed }, historyOf('order-never-paid'))
  await expect(replay).rejects.toThrow(/[Nn]ondeterminism/)
}, 20_000)
