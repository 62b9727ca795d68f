import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Sql } from '../../db/platform/sql.ts'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

export const requestSeconds = new Histogram({
  name: 'choba_request_seconds',
  help: 'Seconds from the first byte of a request to the last of its answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

/** What the books say is waiting, read when somebody scrapes. */
export function watchBooks(sql: Sql): void {
  new Gauge({
    name: 'choba_waiting',
    help: 'Undelivered outbox rows, open cases and undecided approvals',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      const row = await sql.one<Record<string, number>>(
        `select (select count(*) from outbox where delivered_at is null) as outbox,
           (select count(*) from cases where closed_at is null) as cases,
           (select count(*) from approval_requests where status = 'pending') as approvals`,
      )
      for (const [what, count] of Object.entries(row)) this.set({ what }, count)
    },
  })
}
