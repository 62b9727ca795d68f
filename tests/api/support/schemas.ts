import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { DOCUMENT, type JsonSchema, type Operation } from './operations.ts'

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  multipleOfPrecision: 6,
})
;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
ajv.addKeyword('components')
ajv.addSchema({ $id: 'document', components: DOCUMENT.components })

/** The document's `#/components/…` as a compiler that knows the document reads it. */
const absolute = (schema: JsonSchema): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'),
  ) as JsonSchema

const compiled = new Map<string, ValidateFunction>()

export function checkerOf(schema: JsonSchema): ValidateFunction {
  const text = JSON.stringify(schema)
  const fits = compiled.get(text) ?? ajv.compile(absolute(schema))
  compiled.set(text, fits)
  return fits
}

/** Why an answer is not what the document promises for its status; null when it is. */
export function brokenPromise(
  operation: Operation,
  answer: { status: number; headers: Headers; body: unknown },
): string | null {
  const promised = operation.responses[String(answer.status)]
  if (!promised) return `status ${answer.status} is not documented`
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const schema = promised.content[type]?.schema
  if (!schema) return `${type} is not documented for ${answer.status}`
  const fits = checkerOf(schema)
  return fits(answer.body) ? null : `${answer.status}: ${ajv.errorsText(fits.errors)}`
}

const KEYWORDS = ['type', 'enum', 'anyOf', '$ref', 'const']

/** Every schema of the document, the inner ones too. */
export function eachSchema(
  value: unknown,
  visit: (schema: JsonSchema, pointer: string) => void,
  pointer = '#',
): void {
  if (value === null || typeof value !== 'object') return
  const isSchema =
    !/\/(examples|properties|securitySchemes\/\w+|parameters\/\d+)$/.test(pointer) &&
    KEYWORDS.some((keyword) => keyword in value)
  if (isSchema) visit(value as JsonSchema, pointer)
  for (const [key, inner] of Object.entries(value)) eachSchema(inner, visit, `${pointer}/${key}`)
}
