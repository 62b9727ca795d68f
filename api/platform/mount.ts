import { createHash } from 'node:crypto'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type { Person } from '../../domain/platform/actor.ts'
import { canonicalJson } from '../../domain/platform/canonical-json.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { mayDo, mayEver } from '../../domain/platform/permissions.ts'
import type { Verb } from '../../activities/platform/context.ts'
import type { House } from '../../activities/platform/house.ts'
import { runVerb } from '../../activities/platform/run-verb.ts'
import { assertSameSite, authenticate } from './authenticate.ts'
import { sendDownload } from './download.ts'
import { languageOf } from './problem.ts'
import type { AnyRoute, Given } from './route.ts'
import { readFile } from './read-file.ts'
import { Nothing } from './schemas.ts'
import { assertValid, compileBody, compileQuery, readQuery } from './validate.ts'

export type MountOptions = {
  readonly house: House
  /** Tests check every answer against its schema; a live house does not pay for it. */
  readonly checkAnswers: boolean
}

const expressPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')
const BODY_LIMIT = '256kb'
const JSON_TYPE = 'application/json'

/** Puts a route object on Express: authenticate, validate, authorise, then its handler; nothing else. */
export function mount(app: Express, route: AnyRoute, options: MountOptions): void {
  const checks = compile(route)
  const parse = express.json({ limit: BODY_LIMIT, strict: true, type: JSON_TYPE })
  // Before the body is read: the log names the route of a body nobody can read, too.
  const named: RequestHandler = (_request, response, next) => {
    response.locals['route'] = route.path
    response.locals['accepted'] = acceptedTypes(route)
    next()
  }
  app[route.method](
    expressPath(route.path),
    named,
    ...(route.body ? [parse] : []),
    async (request: Request, response: Response) => {
      if (route.method !== 'get') assertSameSite(request)
      if (route.kind === 'open') {
        const output: unknown = await route.handle(
          options.house,
          read(route, checks, request),
          request,
          response,
        )
        return answer(response, route.status ?? 200, output)
      }
      const actor = await authenticate(options.house, request)
      response.locals['actor'] = `${actor.kind}:${actor.id}`
      if (!mayEver(actor, route.permission)) throw new DomainError('forbidden')
      const given = read(route, checks, request)
      await authorise(route, options.house, actor, given)
      if (route.kind === 'download') {
        const reader = { sql: options.house.database.sql, actor, house: options.house }
        return sendDownload(response, route.media, await route.handle(reader, given))
      }
      const { output, status } = await run(route, options.house, actor, request, response, given)
      if (options.checkAnswers) assertAnswer(checks, output)
      return answer(response, status, output)
    },
  )
}

const acceptedTypes = (route: AnyRoute) =>
  route.kind === 'upload' ? route.upload.mediaTypes.join(', ') : JSON_TYPE

type GuardedRoute = Exclude<AnyRoute, { kind: 'open' }>
type FileRoute = Extract<AnyRoute, { kind: 'upload' }>
type JsonRoute = Exclude<GuardedRoute, { kind: 'download' }>
type Checks = ReturnType<typeof compile>
type AnyGiven = Given<never, never, never>

function compile(route: AnyRoute) {
  return {
    params: compileQuery(route.params ?? Nothing),
    query: compileQuery(route.query ?? Nothing),
    body: route.body ? compileBody(route.body) : null,
    output: compileBody(route.kind === 'download' ? Nothing : route.output),
  }
}

function read(route: AnyRoute, checks: Checks, request: Request): AnyGiven {
  const language = languageOf(request)
  const params = { ...request.params }
  // An id that cannot be one names nothing.
  if (!checks.params(params)) throw new DomainError('not_found')
  const query = readQuery(route.query ?? Nothing, request.query)
  assertValid(checks.query, query, language)
  const body = readBody(checks, request)
  if (checks.body) assertValid(checks.body, body, language)
  const version = route.kind === 'command' && route.ifMatch ? ifMatchVersion(request) : 0
  return { params, query, body, version, language } as unknown as AnyGiven
}

function readBody(checks: Checks, request: Request): unknown {
  if (!checks.body) return {}
  const length = Number(request.headers['content-length'] ?? 0)
  const hasBody = length > 0 || request.headers['transfer-encoding'] !== undefined
  if (hasBody && !request.is(JSON_TYPE))
    throw new DomainError('media_type_unsupported', { accepted: JSON_TYPE })
  return (request.body as unknown) ?? {}
}

function ifMatchVersion(request: Request): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new DomainError('version_required')
  const version = /^"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version === undefined) throw new DomainError('version_mismatch')
  return Number(version)
}

async function authorise(
  route: GuardedRoute,
  house: House,
  actor: Person,
  given: AnyGiven,
): Promise<void> {
  if (!route.subject) return
  const belonging = await route.subject(house.database.sql, given, actor)
  if (!belonging) throw new DomainError('not_found')
  if (mayDo(actor, route.permission, belonging)) return
  // Whether another property's record exists is nobody's business here.
  throw new DomainError(sharesHouse(actor, belonging) ? 'forbidden' : 'not_found')
}

function sharesHouse(
  actor: Person,
  belonging: { propertyId: string | null; issuerId: string | null },
): boolean {
  if (actor.kind !== 'staff') return false
  return actor.roles.some((held) =>
    belonging.propertyId === null
      ? held.issuerId === belonging.issuerId
      : held.propertyId === belonging.propertyId,
  )
}

/**
 * The file is read, and what is long work with it is done, before the transaction begins. As the
 * command's body stands its digest: the same key with other bytes is another command.
 */
async function fileGiven(route: FileRoute, request: Request, response: Response) {
  const file = await readFile(request, response, route.upload)
  const prepared: unknown = await route.prepare(file)
  return { file, prepared, body: createHash('sha256').update(file).digest('hex') }
}

async function run(
  route: JsonRoute,
  house: House,
  actor: Person,
  request: Request,
  response: Response,
  given: AnyGiven,
): Promise<{ output: unknown; status: number }> {
  if (route.kind === 'query') {
    const output: unknown = await route.handle({ sql: house.database.sql, actor, house }, given)
    return { output, status: route.status ?? 200 }
  }
  const key = idempotencyKey(request)
  if (route.kind === 'upload') Object.assign(given, await fileGiven(route, request, response))
  const { body } = given
  const target = `${route.method} ${request.path}`
  const call = {
    actor,
    requestId: String(response.locals['requestId']),
    idempotency: {
      route: `${route.method} ${route.path}`,
      key,
      fingerprint: house.vault.fingerprint(
        'command',
        canonicalJson({ target, body, version: given.version }),
      ),
      status: route.status ?? 200,
    },
  }
  const outcome = await runVerb<AnyGiven, unknown>(
    house,
    call,
    route.handle as Verb<AnyGiven, unknown>,
    given,
  )
  if (outcome.replayed) response.setHeader('Idempotent-Replayed', 'true')
  return { output: outcome.output, status: outcome.status ?? 200 }
}

function idempotencyKey(request: Request): string {
  const key = request.get('idempotency-key')?.replace(/^"(.*)"$/, '$1')
  if (!key) throw new DomainError('idempotency_key_missing')
  if (key.length > 255 || !/^[\x21-\x7e]+$/.test(key)) {
    throw new DomainError(
      'validation_failed',
      {},
      {
        fields: [{ pointer: '/Idempotency-Key', code: 'header', message: 'Idempotency-Key' }],
      },
    )
  }
  return key
}

function answer(response: Response, status: number, output: unknown): void {
  const version = (output as { version?: unknown } | null)?.version
  if (typeof version === 'number') response.setHeader('ETag', `"${version}"`)
  response.status(status).setHeader('Cache-Control', 'no-store')
  response.json(output)
}

function assertAnswer(checks: Checks, output: unknown): void {
  if (checks.output(JSON.parse(JSON.stringify(output)))) return
  throw new Error(
    `an answer does not fit its schema: ${JSON.stringify(checks.output.errors).slice(0, 2_000)}`,
  )
}
