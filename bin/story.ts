import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig } from './config.ts'
import {
  departure,
  neverPaid,
  ownRecords,
  paidInTime,
  partialCancellations,
  walkIn,
} from './story/chapters.ts'
import { openOwnHouse } from './story/own-house.ts'
import { openStage } from './story/stage.ts'
import { createTeller } from './story/teller.ts'
import type { Login } from './story/visitor.ts'

/**
 * `npm run story`: a few days at the inn over HTTP with seeded logins, nothing through the back door;
 * against CHOBA_URL (logins from CHOBA_DATA) or a house of its own. The exit code tells how it ended.
 */
const config = loadConfig(process.env)
const given = config.CHOBA_URL
const own = given ? null : await openOwnHouse()
const url = given ?? own?.url ?? ''
const dataFolder = own?.dataFolder ?? config.CHOBA_DATA
const teller = createTeller((line) => console.log(line))
try {
  const logins = JSON.parse(readFileSync(join(dataFolder, 'demo-logins.json'), 'utf8')) as Login[]
  console.log(`A few days at the inn, told by ${url}`)
  const stage = await openStage(url, logins, teller)
  const stay = await walkIn(stage)
  await paidInTime(stage)
  await neverPaid(stage)
  await partialCancellations(stage)
  await departure(stage, stay)
  await ownRecords(stage)
  const failures = teller.failures()
  console.log(
    failures === 0
      ? `\nThe end: all ${teller.checks()} sentences are true.`
      : `\n${failures} of ${teller.checks()} sentences are not true.`,
  )
  process.exitCode = failures === 0 ? 0 : 1
} catch (error) {
  console.log(`\nThe story broke off: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await own?.close()
}
