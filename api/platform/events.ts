import type { Express } from 'express'
import { DomainError } from '../../domain/platform/errors.ts'
import { mayEver, propertiesFor } from '../../domain/platform/permissions.ts'
import type { House } from '../../activities/platform/house.ts'
import { authenticate } from './authenticate.ts'

const STREAMS_MAX = 500
/** The browser comes back by itself; so roles and sessions are looked at again. */
const STREAM_LIFE_MS = 5 * 60_000
const HEARTBEAT_MS = 20_000

/**
 * Server-sent events: what changed at the properties of the signed-in staff person, ids only. A screen
 * uses them to look again, never to know.
 */
export function mountEvents(app: Express, house: House): { closeAll(): void } {
  const streams = new Set<() => void>()
  app.get('/v1/events', async (request, response) => {
    response.locals['route'] = '/v1/events'
    const actor = await authenticate(house, request)
    response.locals['actor'] = `${actor.kind}:${actor.id}`
    if (!mayEver(actor, 'board.read')) throw new DomainError('forbidden')
    if (streams.size >= STREAMS_MAX) throw new DomainError('rate_limited', { seconds: 10 })
    const mine = new Set(propertiesFor(actor, 'board.read'))

    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    response.write('retry: 2000\n\nevent: ready\ndata: {}\n\n')
    const stopListening = house.changes.onChange((change) => {
      // What belongs to no property (a member) concerns every desk of the issuer.
      const propertyIds = change.propertyIds.filter((id) => mine.has(id))
      if (change.propertyIds.length > 0 && propertyIds.length === 0) return
      response.write(
        `event: changed\ndata: ${JSON.stringify({ subjects: change.subjects, propertyIds })}\n\n`,
      )
    })
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
    const end = () => response.end()
    const life = setTimeout(end, STREAM_LIFE_MS)
    streams.add(end)
    response.on('close', () => {
      stopListening()
      clearInterval(heartbeat)
      clearTimeout(life)
      streams.delete(end)
    })
  })
  return { closeAll: () => streams.forEach((end) => end()) }
}
