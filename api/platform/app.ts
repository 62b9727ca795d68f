import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express } from 'express'
import helmet from 'helmet'
import { DomainError } from '../../domain/platform/errors.ts'
import type { House } from '../../activities/platform/house.ts'
import { ROUTES } from '../routes.ts'
import { mountDocs } from './docs-pages.ts'
import { mountEvents } from './events.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { mount } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import { problemHandler } from './problem.ts'
import { requestLog } from './request-log.ts'

export type AppOptions = {
  readonly house: House
  /** Of the package, for /version and the OpenAPI document. */
  readonly version: string
  /** Folder of the built admin UI; absent: API only. */
  readonly uiFolder: string | null
  readonly checkAnswers: boolean
  /** Proxies in front of us whose word on address and TLS counts. */
  readonly trustedProxies: number
}

/** The whole counter on one Express application. */
export function createApp(options: AppOptions): {
  app: Express
  readonly closeStreams: () => void
} {
  const { house } = options
  const app = express()
  app.set('etag', false)
  app.set('trust proxy', options.trustedProxies)
  app.set('query parser', 'simple')
  app.disable('x-powered-by')
  const metrics = createMetrics(house.database.sql)
  app.use(requestLog(house.log, metrics))
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'default-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          // Emotion, Material UI's styling, writes style elements at run time.
          'style-src': ["'self'", "'unsafe-inline'"],
          'upgrade-insecure-requests': null,
        },
      },
      // A laptop's plain HTTP must not teach the browser to insist on TLS for localhost.
      strictTransportSecurity: false,
    }),
  )
  mountSystem(app, options, metrics)
  mountDocs(app, ROUTES)
  const events = mountEvents(app, house)
  for (const route of ROUTES) mount(app, route, { house, checkAnswers: options.checkAnswers })
  refuseOtherMethods(app)
  if (options.uiFolder && existsSync(join(options.uiFolder, 'index.html')))
    mountUi(app, options.uiFolder)
  app.use(() => {
    throw new DomainError('not_found')
  })
  app.use(problemHandler(house.log))
  return { app, closeStreams: () => events.closeAll() }
}

function mountSystem(app: Express, { house, version }: AppOptions, metrics: Metrics): void {
  const document = JSON.stringify(openApiDocument(ROUTES, version))
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  // Ready means: commands can be taken. Temporal may be away; what it must be told is kept.
  app.get('/readyz', async (_request, response) => {
    const row = await house.database.sql.one<{ undelivered: number }>(
      'select count(*) as undelivered from outbox where delivered_at is null',
    )
    response.json({ status: 'ready', outboxUndelivered: row.undelivered })
  })
  app.get(
    '/version',
    (_request, response) => void response.json({ name: 'choba', version, node: process.version }),
  )
  app.get(
    '/metrics',
    async (_request, response) =>
      void response.type(metrics.contentType).send(await metrics.scrape()),
  )
  app.get(
    '/v1/openapi.json',
    (_request, response) => void response.type('application/json').send(document),
  )
}

/** A known address with a method it does not have: 405 with what it has. */
function refuseOtherMethods(app: Express): void {
  for (const [path, routes] of Map.groupBy(ROUTES, (route) => route.path)) {
    const allow = routes
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
      .join(', ')
    app.all(path.replace(/\{(\w+)\}/g, ':$1'), (_request, response) => {
      response.setHeader('Allow', allow)
      throw new DomainError('method_not_allowed')
    })
  }
}

function mountUi(app: Express, folder: string): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d' }))
  app.use(express.static(folder, { index: false, maxAge: 0 }))
  app.get(/^\/(?!v1\/|assets\/).*/, (request, response, next) => {
    if (!request.accepts('html')) return next()
    response.setHeader('Cache-Control', 'no-cache')
    return response.sendFile('index.html', { root: folder })
  })
}
