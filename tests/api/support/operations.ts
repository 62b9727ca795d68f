import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type JsonSchema = { readonly [keyword: string]: unknown }
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
}
export type Operation = {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly permission: string | undefined
  readonly security: readonly unknown[] | undefined
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly body: JsonSchema | undefined
  /** The media types of the file that is its body; none: its body is JSON, or it has none. */
  readonly fileTypes: readonly string[]
  readonly responses: Readonly<
    Record<string, { content: Readonly<Record<string, { schema: JsonSchema }>> }>
  >
}

type RawOperation = Omit<Operation, 'method' | 'path' | 'permission' | 'body' | 'fileTypes'> & {
  readonly 'x-permission'?: string
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> }
}

/** The committed document: what an integrator has in hand. */
export const DOCUMENT = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'api', 'openapi.json'), 'utf8'),
) as {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

const JSON_TYPE = 'application/json'
export const OPERATIONS: readonly Operation[] = Object.entries(DOCUMENT.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      ...raw,
      method,
      path,
      permission: raw['x-permission'],
      parameters: raw.parameters ?? [],
      body: raw.requestBody?.content[JSON_TYPE]?.schema,
      fileTypes: Object.keys(raw.requestBody?.content ?? {}).filter((type) => type !== JSON_TYPE),
    })),
)

export const isCommand = (operation: Operation) =>
  operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key')

/** A command whose body is JSON. */
export const takesJson = (operation: Operation) =>
  isCommand(operation) && operation.fileTypes.length === 0

export function operationOf(operationId: string): Operation {
  const found = OPERATIONS.find((one) => one.operationId === operationId)
  if (!found) throw new Error(`no operation ${operationId} in api/openapi.json`)
  return found
}
