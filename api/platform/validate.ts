import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { TObject, TSchema } from 'typebox'
import { DomainError, type FieldError, type Language } from '../../domain/platform/errors.ts'
import { codeMessage, fieldMessage } from './field-messages.ts'
import { installFormats, unwritableTexts } from './formats.ts'

const forBodies = new Ajv2020({ strict: true, allErrors: true, useDefaults: true })
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
  if (validate(value)) return assertWritable(value, language)
  const fields = (validate.errors ?? [])
    .slice(0, FIELD_ERRORS_MAX)
    .map((error) => fieldError(error, language))
  throw new DomainError('validation_failed', {}, { fields })
}

function assertWritable(value: unknown, language: Language): void {
  const pointers = unwritableTexts(value)
  if (pointers.length === 0) return
  const code = 'characters'
  const message = codeMessage(code, language) ?? code
  throw new DomainError(
    'validation_failed',
    {},
    { fields: pointers.slice(0, FIELD_ERRORS_MAX).map((pointer) => ({ pointer, code, message })) },
  )
}

/** Each parameter once; unknown ones refused, never ignored; comma lists become arrays. */
export function readQuery(
  schema: TObject,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> = schema.properties
  const unknown = Object.keys(raw).find((name) => !Object.hasOwn(known, name))
  if (unknown !== undefined)
    throw new DomainError('unknown_parameter', { parameter: unknown.slice(0, 60) })
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const wantsList = (known[name] as { type?: string }).type === 'array'
      return [name, wantsList && typeof value === 'string' ? value.split(',') : value]
    }),
  )
}

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
