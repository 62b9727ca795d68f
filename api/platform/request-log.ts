import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Log } from '../../activities/platform/house.ts'
import type { Metrics } from './metrics.ts'

const GIVEN_ID = /^[\w-]{8,64}$/

/**
 * Gives the request its id and writes one line when it is answered: the route's pattern, never the
 * address itself, which may hold a name somebody searched for.
 */
export function requestLog(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    const requestId = given && GIVEN_ID.test(given) ? given : randomUUID()
    response.locals['requestId'] = requestId
    response.setHeader('X-Request-Id', requestId)
    const started = process.hrtime.bigint()
    response.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      const route =
        typeof response.locals['route'] === 'string' ? response.locals['route'] : 'other'
      const facts = { requestId, method: request.method, route, status: response.statusCode }
      if (route !== '/v1/events')
        metrics.observeRequest(
          { method: facts.method, route, status: String(facts.status) },
          seconds,
        )
      if (route !== 'other' || response.statusCode >= 400) {
        log.info(
          { ...facts, actor: response.locals['actor'] as unknown, ms: Math.round(seconds * 1000) },
          'request',
        )
      }
    })
    next()
  }
}
