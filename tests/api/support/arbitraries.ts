import fc from 'fast-check'
import { DOCUMENT, type JsonSchema, type Operation } from './operations.ts'
import type { Sample } from './requests.ts'

/** What a schema's words mean in this house: ids and days that exist, so that requests reach the books. */
export type Known = { readonly ids: readonly string[]; readonly days: readonly string[] }

const STRANGE_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '𠮷野家🍣',
  '髙﨑',
  '﻿',
  '‮',
  '%',
  '_',
  '\\',
  "'; drop table members; --",
  '${7*7}',
  '{{x}}',
  '<script>',
  '../../etc/passwd',
  '=1+1',
  'null',
  'urn:uuid:00000000-0000-7000-8000-000200000001',
  `order:${'-'.repeat(36)}`,
  '-'.repeat(36),
  '2026-02-30',
  '0000-01-01',
  '2026-12-31T23:59:60Z',
  'x'.repeat(10_000),
]
const STRANGE_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e9,
  1e21,
  2 ** 31,
  2 ** 31 - 1,
  2 ** 53,
  -(2 ** 63),
  1e308,
]

/** Anything JSON can say, and what usually breaks things more often. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...STRANGE_TEXTS),
  fc.constantFrom<unknown>(...STRANGE_NUMBERS),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const resolved = (schema: JsonSchema): JsonSchema =>
  typeof schema['$ref'] === 'string'
    ? (DOCUMENT.components.schemas[schema['$ref'].split('/').at(-1) ?? ''] as JsonSchema)
    : schema

/** Values that fit the schema, its edges first. */
export function fitting(given: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const schema = resolved(given)
  if (Array.isArray(schema['enum']))
    return fc.constantFrom<unknown>(...(schema['enum'] as unknown[]))
  if (Array.isArray(schema['anyOf']))
    return fc.oneof(...(schema['anyOf'] as JsonSchema[]).map((one) => fitting(one, known)))
  switch (schema['type']) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return wholeNumber(schema)
    case 'number':
      return decimalNumber(schema)
    case 'string':
      return text(schema, known)
    case 'array':
      return list(schema, known)
    case 'object':
      return record(schema, known)
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`)
  }
}

function wholeNumber({ minimum = -100, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<number> {
  const [min, max] = [Number(minimum), Number(maximum)]
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min, max: Math.min(max, min + 10) }),
    fc.integer({ min, max }),
  )
}

function decimalNumber({ minimum = 0, maximum = 1_000, multipleOf = 0.01 }: JsonSchema) {
  const steps = Math.round(1 / Number(multipleOf))
  const [min, max] = [Number(minimum) * steps, Number(maximum) * steps]
  return fc.integer({ min: Math.ceil(min), max: Math.floor(max) }).map((counted) => counted / steps)
}

function text(
  { format, pattern, minLength, maxLength }: JsonSchema,
  known: Known,
): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...known.ids) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  if (format === 'date') return fc.constantFrom(...known.days)
  if (format === 'date-time')
    return fc.constantFrom('2020-01-01T00:00:00Z', '0001-01-01T00:00:00.000+09:00')
  if (format === 'email') return fc.emailAddress()
  const [min, max] = [Number(minLength ?? 0), Number(maxLength ?? 100)]
  if (typeof pattern === 'string' && pattern !== '' && pattern !== '\\S')
    return fc.stringMatching(new RegExp(pattern)).map((value) => value.slice(0, max))
  const filled = fc.string({
    unit: 'grapheme',
    minLength: Math.max(min, 1),
    maxLength: Math.min(max, 40),
  })
  return fc.oneof(filled, fc.constant('あ'.repeat(max)), fc.constant('a'.repeat(Math.max(min, 1))))
}

function list(schema: JsonSchema, known: Known): fc.Arbitrary<unknown[]> {
  const item = fitting(schema['items'] as JsonSchema, known)
  const size = {
    minLength: Number(schema['minItems'] ?? 0),
    maxLength: Math.min(Number(schema['maxItems'] ?? 4), 4),
  }
  return schema['uniqueItems'] === true ? fc.uniqueArray(item, size) : fc.array(item, size)
}

function record(schema: JsonSchema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, fitting(property, known)]),
  )
  const requiredKeys = (schema['required'] as string[] | undefined) ?? []
  return fc.record(fields, { requiredKeys })
}

/** A fitting value with one place of it spoilt. */
export function spoilt(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const places = fc.tuple(fitting(schema, known), fc.nat(), strange, fc.nat(2))
  return fc.oneof(
    {
      weight: 6,
      arbitrary: places.map(([value, place, bad, way]) => spoil(value, place, bad, way)),
    },
    { weight: 1, arbitrary: strange },
  )
}

function spoil(value: unknown, place: number, bad: unknown, way: number): unknown {
  if (value === null || typeof value !== 'object') return bad
  const keys = Object.keys(value)
  const key = keys[place % Math.max(1, keys.length)]
  const copy = structuredClone(value) as Record<string, unknown>
  if (key === undefined) return { surprise: bad }
  const inner = copy[key]
  if (way === 0) Reflect.deleteProperty(copy, key)
  else if (way === 1 && inner !== null && typeof inner === 'object')
    copy[key] = spoil(inner, Math.floor(place / keys.length), bad, 2)
  else copy[key] = bad
  return copy
}

export type Wild = {
  readonly path: Record<string, string>
  readonly query: Record<string, string>
  readonly body: unknown
  readonly version: number
}

/** A good body, some of its fields exchanged for others that fit. */
function nearly(schema: JsonSchema, good: object, known: Known): fc.Arbitrary<unknown> {
  const kept = fc.subarray(Object.entries(good))
  return fc
    .tuple(record(schema, known), kept)
    .map(([other, entries]) => ({ ...other, ...Object.fromEntries(entries) }))
}

/** Requests of one operation, around a good one: some fit everywhere, some are spoilt somewhere. */
export function requestsOf(operation: Operation, good: Sample, known: Known): fc.Arbitrary<Wild> {
  const at = (place: 'path' | 'query') => operation.parameters.filter((one) => one.in === place)
  const fields = (place: 'path' | 'query') =>
    Object.fromEntries(at(place).map(({ name, schema }) => [name, fitting(schema, known)]))
  const requiredKeys = at('query')
    .filter((one) => one.required)
    .map((one) => one.name)
  const odd = fc.dictionary(fc.constantFrom(...Object.keys(fields('query')), 'surprise'), strange, {
    maxKeys: 2,
  })
  const { body } = operation
  return fc
    .record({
      path: fc.oneof(fc.constant(good.params ?? {}), fc.record(fields('path'))),
      query: fc.oneof(
        { weight: 3, arbitrary: fc.record(fields('query'), { requiredKeys }) },
        { weight: 1, arbitrary: odd },
      ),
      body: body
        ? fc.oneof(nearly(body, good.body ?? {}, known), fitting(body, known), spoilt(body, known))
        : fc.constant(undefined),
      version: fc.oneof(fc.constant(good.version ?? 1), fc.integer({ min: 1, max: 3 })),
    })
    .map((wild) => ({ ...wild, path: asTexts(wild.path), query: asTexts(wild.query) }))
}

const asTexts = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (Array.isArray(value)
        ? value.join(',')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value as string | number | boolean)
      ).slice(0, 2_000),
    ]),
  )
