import { randomUUID } from 'node:crypto'
import { runVerb } from '../activities/platform/run-verb.ts'
import { houseAccount } from '../activities/points/house-accounts.ts'
import { topUp } from '../activities/points/top-up.ts'
import { SYSTEM_ACTOR } from '../domain/platform/actor.ts'
import { DEMO } from '../db/seed/demo-masters.ts'
import { type BenchHouse, clients } from './support/bench-house.ts'
import { interleaved, ratio, type Side } from './support/rounds.ts'

const CALLERS = 8
const PROPERTY = DEMO.properties[0].id
const AMOUNT = 1_000
const POST = `select points_issue($1, $2, 'paid', ${AMOUNT}, null, $3, now(), $4, 'member', $2, 'bench')`

/**
 * B1: one posting (lot, two entries, balance, key, zero-sum at commit) over 1,000 wallets. The limit is a
 * bare prepared statement in a loop, as pgbench does it; ours are the same function through the house's
 * database layer, and the whole top-up verb with its trail. Measured twice, the limit shows the noise.
 */
export async function posting(bench: BenchHouse) {
  const { house, members } = bench
  const cash = await houseAccount(house.database.sql, 'cash', PROPERTY)
  const anyone = () => members[Math.floor(Math.random() * members.length)] as string
  const values = () => [randomUUID(), anyone(), cash, PROPERTY]
  const bare = await clients(bench.appUrl, CALLERS)

  const limit = (name: string): Side => ({
    name,
    callers: CALLERS,
    async work(caller) {
      await bare[caller]?.query({ name: 'post', text: POST, values: values() })
      return 'done'
    },
    check: () => unbalanced(bench),
  })
  const sides: Side[] = [
    limit('limit'),
    {
      ...limit('function'),
      async work() {
        await house.database.transaction((_em, sql) => sql.one(POST, values()))
        return 'done'
      },
    },
    {
      ...limit('verb'),
      async work() {
        const input = { memberId: anyone(), propertyId: PROPERTY, amount: AMOUNT }
        await runVerb(house, { actor: SYSTEM_ACTOR, requestId: 'bench' }, topUp, input)
        return 'done'
      },
    },
    limit('limit again'),
  ]
  const measured = await interleaved(sides)
  for (const client of bare) await client.end()
  const [bareSide, functionSide, verbSide, again] = measured
  return {
    id: 'B1',
    what: 'postings a second over 1,000 wallets, 8 callers',
    ratios: {
      'function / limit': ratio(functionSide, bareSide),
      'verb / limit': ratio(verbSide, bareSide),
      'limit / limit (noise)': ratio(again, bareSide),
    },
    measured,
  }
}

/** Nothing is created or lost, and every wallet is the sum of its lots. */
async function unbalanced({ house }: BenchHouse): Promise<string[]> {
  const row = await house.database.sql.one<{ sum: number; wallets: number; lots: number }>(
    `select (select coalesce(sum(amount), 0)::bigint from entries) as sum,
       (select coalesce(sum(balance), 0)::bigint from accounts) as wallets,
       (select coalesce(sum(remaining), 0)::bigint from lots) as lots`,
  )
  const wrong = []
  if (row.sum !== 0) wrong.push(`entries sum to ${row.sum}`)
  if (row.wallets !== row.lots) wrong.push(`wallets ${row.wallets}, lots ${row.lots}`)
  return wrong
}
