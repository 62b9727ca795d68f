import { mkdirSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { workflowId } from '../../domain/platform/processes.ts'
import { BRANCHES, type Branch, stageFor } from './support/branches.ts'
import { fakeBooks, type Page } from './support/fake-books.ts'
import { type Rig, startRig } from './support/rig.ts'

/**
 * Every branch of every process, on a real server with its clock moved. All are played at once; each
 * subject has a clock of its own. `REFRESH_HISTORIES=1` keeps what happened for the replay test.
 */
const HISTORIES = join(import.meta.dirname, 'histories')

let rig: Rig
const played = new Map<string, Promise<{ page: Page; outcome: unknown; eventTimes: number[] }>>()

async function play(branch: Branch) {
  const id = randomUUID()
  const page = branch.open(books, id)
  const stage = stageFor(rig, page, branch.kind, id)
  await stage.change({})
  await branch.play(stage)
  const handle = rig.client.workflow.getHandle(workflowId(branch.kind, id))
  const outcome = await handle.result()
  const history = await handle.fetchHistory()
  if (process.env.REFRESH_HISTORIES) {
    mkdirSync(HISTORIES, { recursive: true })
    writeFileSync(join(HISTORIES, `${branch.name}.json`), `${historyToJSON(history)}\n`)
  }
  const eventTimes = (history.events ?? []).map((event) => Number(event.eventTime?.seconds) * 1_000)
  return { page, outcome, eventTimes }
}

const books = fakeBooks()

beforeAll(async () => {
  rig = await startRig(books.activities)
  for (const branch of BRANCHES) {
    const run = play(branch)
    // Awaited by its own test; until then a failure must not end the whole run.
    run.catch(() => undefined)
    played.set(branch.name, run)
  }
}, 30_000)

afterAll(() => rig.stop())

test.each(BRANCHES.map((branch) => [branch.name, branch] as const))(
  '%s',
  async (name, branch) => {
    const { page, outcome } = await (played.get(name) as ReturnType<typeof play>)
    expect({ outcome, did: page.did, hasCase: page.hasCase }).toEqual({
      outcome: branch.ends,
      did: branch.did,
      hasCase: false,
    })
  },
  60_000,
)

test('the time inside a process is house time: the last event of a stay is days ahead', async () => {
  const stay = await (played.get('stay-overdue-then-departed') as ReturnType<typeof play>)
  expect((stay.eventTimes.at(-1) as number) - Date.now()).toBeGreaterThan(47 * 3_600_000)
}, 60_000)
