import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Sql } from '../../db/platform/sql.ts'

export type Metrics = {
  readonly contentType: string
  readonly scrape: () => Promise<string>
  readonly observeRequest: (
    labels: { method: string; route: string; status: string },
    seconds: number,
  ) => void
}

/** What Prometheus may ask: the process, the requests, and what waits in the books at that moment. */
export function createMetrics(sql: Sql): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requestSeconds = new Histogram({
    name: 'choba_request_seconds',
    help: 'Seconds from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const waiting: Gauge<'what'> = new Gauge({
    name: 'choba_waiting',
    help: 'Undelivered outbox rows, open cases and undecided approvals',
    labelNames: ['what'],
    registers: [registry],
    collect: async () => {
      for (const [what, count] of Object.entries(await countWaiting(sql)))
        waiting.set({ what }, count)
    },
  })
  return {
    contentType: registry.contentType,
    scrape: () => registry.metrics(),
    observeRequest: (labels, seconds) => requestSeconds.observe(labels, seconds),
  }
}

const countWaiting = (sql: Sql) =>
  sql.one<Record<string, number>>(
    `select (select count(*) from outbox where delivered_at is null) as outbox,
       (select count(*) from cases where closed_at is null) as cases,
       (select count(*) from approval_requests where status = 'pending') as approvals`,
  )
