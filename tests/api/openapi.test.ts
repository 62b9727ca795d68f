import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { openApiDocument } from '../../api/platform/openapi.ts'
import { ROUTES } from '../../api/routes.ts'
import { packageVersion } from '../../bin/version.ts'
import { ERRORS } from '../../domain/platform/errors.ts'
import { clientFor, type TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { DOCUMENT, type JsonSchema, OPERATIONS } from './support/operations.ts'
import { expectProblem } from './support/problem.ts'
import { checkerOf, eachSchema } from './support/schemas.ts'

/** The houses' nouns (house.md, 1). */
const NOUNS = ['lodging', 'housekeeping', 'points', 'approvals', 'members', 'messages', 'platform']
const NEEDS_NO_SESSION = [
  'getSession',
  'signIn',
  'signOut',
  'getRegistrationForm',
  'requestRegistration',
  'confirmRegistration',
  'openChannelSession',
]
/** Posted, because they carry a reason or walk; not one change that must not happen twice. */
const NEEDS_NO_KEY = ['advanceClock', 'revealGuestRegister', 'revealStayGuests']

/** What a success comes as: JSON, or the files a download names. */
function mediaOf(operationId: string): string[] {
  const route = ROUTES.find((one) => one.operationId === operationId)
  if (route?.kind !== 'download') return ['application/json']
  return route.media.map((type) => String(type.split(';', 1)[0]))
}

let inn: TestHouse
let anonymous: TestClient
beforeAll(async () => {
  inn = await startHouse()
  anonymous = clientFor(inn.url, {})
}, 60_000)
afterAll(() => inn.stop())

describe('B-16: the committed document', () => {
  test('is what the routes say, and what the house serves', async () => {
    expect(DOCUMENT).toEqual(openApiDocument(ROUTES, packageVersion()))
    const served = await anonymous.request('GET', '/v1/openapi.json')
    expect({
      ...served.body,
      info: { ...served.body.info, version: DOCUMENT.info.version },
    }).toEqual(DOCUMENT)
  })

  test("gives the screens' types as they are committed, and is OpenAPI 3.1 to its generator's linter", async () => {
    const types = `${COMMENT_HEADER}${astToString(await openapiTS(structuredClone(DOCUMENT) as never))}`
    const file = join(import.meta.dirname, '..', '..', 'admin-ui', 'src', 'api', 'schema.d.ts')
    expect(readFileSync(file, 'utf8')).toBe(types)
  }, 30_000)

  test('names every operation once, with its noun, its sentence and its permission or that it needs none', () => {
    expect(DOCUMENT.openapi).toMatch(/^3\.1\./)
    expect(OPERATIONS.length).toBeGreaterThanOrEqual(50)
    expect(new Set(OPERATIONS.map((one) => one.operationId)).size).toBe(OPERATIONS.length)
    for (const operation of OPERATIONS) {
      const { operationId, tags, summary, permission, security } = operation
      expect({ operationId, tags }).toEqual({
        operationId,
        tags: [expect.stringMatching(NOUNS.join('|'))],
      })
      expect({ operationId, long: summary.length > 3 }).toEqual({ operationId, long: true })
      const open = NEEDS_NO_SESSION.includes(operationId)
      expect({ operationId, permission: permission !== undefined, security }).toEqual({
        operationId,
        permission: !open,
        security: open ? [] : undefined,
      })
    }
  })

  test('describes its parameters: each of the path, each with a schema, commands with their key', () => {
    for (const { operationId, method, path, parameters, body, fileTypes } of OPERATIONS) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const named = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      expect({ operationId, named }).toEqual({ operationId, named: inPath })
      for (const { name, schema, in: place, required } of parameters) {
        expect({ operationId, name, schema }).toEqual({
          operationId,
          name,
          schema: expect.any(Object),
        })
        if (place !== 'query')
          expect({ operationId, name, required }).toEqual({ operationId, name, required: true })
      }
      const needsKey =
        method !== 'get' &&
        !NEEDS_NO_SESSION.includes(operationId) &&
        !NEEDS_NO_KEY.includes(operationId)
      expect({
        operationId,
        key: parameters.some((one) => one.name === 'Idempotency-Key'),
      }).toEqual({ operationId, key: needsKey })
      expect({ operationId, body: body !== undefined || fileTypes.length > 0 }).toEqual({
        operationId,
        body: method !== 'get' && operationId !== 'signOut',
      })
    }
  })

  test('describes an answer and the refusals of each operation', () => {
    for (const { operationId, responses, method, path } of OPERATIONS) {
      const statuses = Object.keys(responses)
      expect({ operationId, success: statuses.filter((status) => status < '300') }).toEqual({
        operationId,
        success: [expect.stringMatching(/^20[01]$/)],
      })
      const least = [
        '400',
        '401',
        '403',
        '429',
        '500',
        '503',
        ...(path.includes('{') ? ['404'] : []),
      ]
      const write = method === 'get' || operationId === 'signOut' ? [] : ['413', '415', '422']
      expect({ operationId, statuses }).toEqual({
        operationId,
        statuses: expect.arrayContaining([...least, ...write]),
      })
      for (const [status, { content }] of Object.entries(responses))
        expect({ operationId, status, types: Object.keys(content) }).toEqual({
          operationId,
          status,
          types: status < '300' ? mediaOf(operationId) : ['application/problem+json'],
        })
    }
  })

  test('holds only schemas that a strict JSON Schema 2020-12 compiler takes, whose examples and defaults fit', () => {
    const bodies = OPERATIONS.flatMap(({ body }) => (body ? [body] : []))
    const parameters = OPERATIONS.flatMap((one) => one.parameters.map(({ schema }) => schema))
    for (const schema of [...Object.values(DOCUMENT.components.schemas), ...bodies, ...parameters])
      checkerOf(schema)
    const examples: unknown[] = []
    eachSchema(DOCUMENT, (schema: JsonSchema, pointer) => {
      const given = [
        ...((schema['examples'] as unknown[]) ?? []),
        ...('default' in schema ? [schema['default']] : []),
      ]
      for (const value of given)
        expect({ pointer, value, fits: checkerOf(schema)(value) }).toEqual({
          pointer,
          value,
          fits: true,
        })
      examples.push(...given)
    })
    expect(examples.length).toBeGreaterThan(50)
  })
})

describe('B-16: the readable pages', () => {
  test('/docs shows every route, with its permission', async () => {
    const page = String((await anonymous.request('GET', '/docs')).body)
    for (const { operationId, path, method, permission } of OPERATIONS) {
      expect(page).toContain(
        `<section id="${operationId}"><p><span class="method">${method}</span> <code>${path}</code>`,
      )
      if (permission) expect(page).toContain(`<code>${permission}</code>`)
    }
  })

  test('B-18: /docs/problems explains every code in both languages, where a problem links to', async () => {
    const page = String((await anonymous.request('GET', '/docs/problems')).body)
    for (const [code, { ja, en, status }] of Object.entries(ERRORS)) {
      expect(page).toContain(`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td>`)
      for (const text of [ja.title, ja.detail, en.title, en.detail])
        expect(page).toContain(text.replaceAll('"', '&quot;'))
    }
    const refused = await anonymous.request('GET', '/v1/members')
    const [address, anchor] = String(refused.body.type).split('#')
    expect(String((await anonymous.request('GET', String(address))).body)).toContain(
      `id="${anchor}"`,
    )
  })
})

describe('B-16: what is not in the document', () => {
  test('a method an address does not have is refused, and told which it has', async () => {
    for (const [path, methods] of Object.entries(DOCUMENT.paths)) {
      const known = Object.keys(methods).map((method) => method.toUpperCase())
      const allow = known
        .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
        .join(', ')
      const address = path.replace('{id}', inn.property)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        if (known.includes(method)) continue
        const answer = await anonymous.request(method, address)
        expectProblem(answer, { code: 'method_not_allowed', about: `${method} ${path}` })
        expect({ path, allow: answer.headers.get('allow') }).toEqual({ path, allow })
      }
    }
  })

  test('HEAD answers as GET does, without the body', async () => {
    const front = await inn.as('front')
    const head = await fetch(`${inn.url}/v1/properties`, {
      method: 'HEAD',
      headers: { Cookie: front.cookie },
    })
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' })
    expect(head.headers.get('content-type')).toContain('application/json')
  })

  test('an unknown address is a problem, whoever asks and however', async () => {
    for (const [method, path] of [
      ['GET', '/v1/nothing'],
      ['POST', '/v1/orders/x/y/z'],
      ['GET', '/v2/orders'],
      ['DELETE', '/'],
      ['POST', '/docs'],
      ['GET', '/v1/'],
      ['GET', '/v1/%2e%2e/%2e%2e/etc/passwd'],
    ] as const) {
      const answer = await anonymous.request(method, path, {
        headers: { Accept: 'application/json' },
      })
      expectProblem(answer, { code: 'not_found', about: `${method} ${path}` })
    }
  })
})
