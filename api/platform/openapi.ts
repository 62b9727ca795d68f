import type { TObject, TSchema } from 'typebox'
import { ERRORS, type ErrorCode } from '../../domain/platform/errors.ts'
import type { AnyRoute } from './route.ts'

/** What any guarded route may answer. */
const SHARED: readonly ErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'unknown_parameter',
  'rate_limited',
  'temporarily_unavailable',
  'internal_error',
]
const WITH_BODY: readonly ErrorCode[] = [
  'request_malformed',
  'payload_too_large',
  'media_type_unsupported',
  'validation_failed',
  'cross_site_request',
]
const WITH_KEY: readonly ErrorCode[] = [
  'idempotency_key_missing',
  'idempotency_key_reused',
  'idempotency_in_progress',
]

type Json = Record<string, unknown>

/** The routes folded into one OpenAPI 3.1 document: the schemas are the very ones that validate. */
export function openApiDocument(routes: readonly AnyRoute[], version: string): Json {
  const named: Json = { Problem: PROBLEM }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: hoistNamed(operation(route), named),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Choba',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        "The back office of a house with members. Dates are YYYY-MM-DD in the property's zone, moments RFC 3339 in UTC, amounts whole points (one point is one yen). Enumerations may grow.",
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'choba_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: named,
    },
  }
}

function operation(route: AnyRoute): Json {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...headersOf(route),
  ]
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.kind === 'open' ? { security: [] } : { 'x-permission': route.permission }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBodyOf(route),
    responses: {
      [String(route.status ?? 200)]: {
        description: 'OK',
        content: contentOf(route),
      },
      ...problemResponses(route),
    },
  }
}

function requestBodyOf(route: AnyRoute): Json {
  if (route.kind === 'upload') {
    const { mediaTypes, bytesMax } = route.upload
    const file = { type: 'string', format: 'binary', maxLength: bytesMax }
    const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: file }]))
    return { requestBody: { required: true, content } }
  }
  if (!route.body) return {}
  const content = { 'application/json': { schema: asSent(plain(route.body)) } }
  return { requestBody: { required: true, content } }
}

function contentOf(route: AnyRoute): Json {
  if (route.kind !== 'download') return { 'application/json': { schema: plain(route.output) } }
  const binary = { schema: { type: 'string', format: 'binary' } }
  return Object.fromEntries(route.media.map((type) => [type.split(';', 1)[0], binary]))
}

function parametersOf(schema: TObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const required: readonly string[] = schema.required ?? []
  return Object.entries(
    schema.properties as Record<string, TSchema & { default?: unknown; type?: string }>,
  ).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && property.default === undefined),
    // Lists are written with commas.
    ...(property.type === 'array' ? { style: 'form', explode: false } : {}),
    schema: plain(property),
  }))
}

function headersOf(route: AnyRoute): Json[] {
  if (route.kind !== 'command' && route.kind !== 'upload') return []
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  return [
    header(
      'Idempotency-Key',
      'A key of your own for this command; the same key is answered the same for 7 days.',
    ),
    ...(route.kind === 'command' && route.ifMatch
      ? [header('If-Match', 'The version (ETag) you saw.')]
      : []),
  ]
}

function problemResponses(route: AnyRoute): Json {
  const codes = new Set<ErrorCode>([
    ...SHARED,
    ...(route.query ? (['validation_failed'] as const) : []),
    ...(route.params || (route.kind !== 'open' && route.subject) ? (['not_found'] as const) : []),
    ...(route.body || route.kind === 'upload' ? WITH_BODY : []),
    ...(route.kind === 'command' || route.kind === 'upload' ? WITH_KEY : []),
    ...(route.kind === 'command' && route.ifMatch
      ? (['version_required', 'version_mismatch'] as const)
      : []),
    ...(route.problems ?? []),
  ])
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status)
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, list]) => [
        String(status),
        {
          description: [...list].toSorted().join(', '),
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      ]),
  )
}

/** The schema as JSON has it. */
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json

/** What has a default may be left out of a body: it is filled in before it is checked. */
function asSent(schema: Json): Json {
  const { required, properties, items } = schema as { required?: string[] } & Record<string, Json>
  if (items) return { ...schema, items: asSent(items) }
  if (!required || !properties) return schema
  const sent = Object.entries(properties).map(([name, value]) => [name, asSent(value as Json)])
  return {
    ...schema,
    required: required.filter((name) => !('default' in (properties[name] as Json))),
    properties: Object.fromEntries(sent),
  }
}

/** Schemas with a title go to the components once, under that name; what used them refers to them. */
function hoistNamed(value: unknown, named: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => hoistNamed(item, named))
  if (value === null || typeof value !== 'object') return value
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, hoistNamed(item, named)]),
  )
  const { title } = inner
  if (typeof title !== 'string' || inner['type'] !== 'object') return inner
  named[title] = inner
  return { $ref: `#/components/schemas/${title}` }
}

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457, in Japanese or English by Accept-Language.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', description: 'Where the problem is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    instance: { type: 'string', description: "The request's id." },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    allowedActions: { type: 'array', items: { type: 'string' } },
  },
}
