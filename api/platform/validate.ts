import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { TObject, TSchema } from 'typebox'
import { DomainError, type FieldError, type Language } from '../../domain/platform/errors.ts'
import { fieldMessage } from './field-messages.ts'
import { installFormats, unwritableTexts } from './formats.ts'

const forBodies = new Ajv2020({
  strict: true,
  allErrors: true,
  useDefaults: true,
  // 19.35 is a multiple of 0.01, although their quotient in binary fractions is no whole number.
  multipleOfPrecision: 6,
})
// A query is text: numbers and true/false are read from it; lists are split before.
const forQueries = new Ajv2020({
  strict: true,
  allErrors: true,
  useDefaults: true,
  coerceTypes: true,
})
installFormats(forBodies)
installFormats(forQueries)

const FIELD_ERRORS_MAX = 50

const compile = (ajv: Ajv2020, schema: TSchema): ValidateFunction => ajv.compile(schema)
export const compileBody = (schema: TSchema) => compile(forBodies, schema)
export const compileQuery = (schema: TSchema) => compile(forQueries, schema)

/** @throws DomainError validation_failed, with one entry per field that does not fit */
export function assertValid(validate: ValidateFunction, value: unknown, language: Language): void {
  if (validate(value)) return assertWritable(value)
  const fields = (validate.errors ?? [])
    .slice(0, FIELD_ERRORS_MAX)
    .map((error) => fieldError(error, language))
  throw new DomainError('validation_failed', {}, { fields })
}

function assertWritable(value: unknown): void {
  const pointers = unwritableTexts(value)
  if (pointers.length === 0) return
  const fields = pointers
    .slice(0, FIELD_ERRORS_MAX)
    .map((pointer) => ({ pointer, code: 'characters', message: 'characters' }))
  throw new DomainError('validation_failed', {}, { fields })
}

/**
 * Each parameter once; unknown ones refused, never ignored; comma lists become arrays.
 *
 * @throws DomainError unknown_parameter; validation_failed for one given twice
 */
export function readQuery(
  schema: TObject,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> = schema.properties
  const unknown = Object.keys(raw).find((name) => !Object.hasOwn(known, name))
  if (unknown !== undefined)
    throw new DomainError('unknown_parameter', { parameter: unknown.slice(0, 60) })
  const repeated = Object.keys(raw).filter((name) => typeof raw[name] !== 'string')
  if (repeated.length > 0)
    throw new DomainError('validation_failed', {}, { fields: repeated.map(once) })
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const wantsList = (known[name] as { type?: string }).type === 'array'
      return [name, wantsList ? String(value).split(',') : value]
    }),
  )
}

const once = (name: string): FieldError => ({
  pointer: `/${name}`,
  code: 'repeated',
  message: 'repeated',
})

function fieldError(error: ErrorObject, language: Language): FieldError {
  const missing: unknown = error.params['missingProperty'] ?? error.params['additionalProperty']
  const pointer =
    typeof missing === 'string' ? `${error.instancePath}/${missing}` : error.instancePath
  return {
    pointer: pointer.slice(0, 200),
    code: error.keyword,
    message: fieldMessage(error, language),
  }
}
