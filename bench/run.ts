import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastRoom } from './last-room.ts'
import { posting } from './posting.ts'
import { benchHouse } from './support/bench-house.ts'
import { machine } from './support/machine.ts'

/**
 * Ratios against a limit or a peer measured in the same minute on the same server, flushed to disk at
 * every commit. About three minutes; the figures and what they depend on go to bench/results/.
 */
const bench = await benchHouse(8)
try {
  const { version } = await bench.house.database.sql.one<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const report = {
    at: new Date().toISOString(),
    machine: machine(version),
    benches: [] as object[],
  }
  for (const run of [posting, lastRoom]) {
    const result = await run(bench)
    report.benches.push(result)
    process.stdout.write(`${result.id} ${result.what}\n`)
    for (const [name, { median, min, max }] of Object.entries(result.ratios))
      process.stdout.write(`  ${name}: ${median} (${min}–${max})\n`)
    for (const { name, rounds } of result.measured) {
      const rates = rounds.map((round) => round.perSecond).join(' ')
      const deadlocks = rounds.reduce((sum, round) => sum + round.deadlocks, 0)
      process.stdout.write(`  ${name}: ${rates} a second, ${deadlocks} deadlocks\n`)
    }
  }
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${report.at.slice(0, 10)}.json`)
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  process.stdout.write(`${file}\n`)
} finally {
  await bench.stop()
}
