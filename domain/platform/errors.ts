import type { ErrorRow } from './error-row.ts'
import { ERRORS_OF_ANY_COMMAND } from './errors-of-any-command.ts'
import { ERRORS_OF_THE_HOUSE } from './errors-of-the-house.ts'

/**
 * The one table of refusals. From it come the HTTP status, whether Temporal may try again, and the
 * sentence a person reads, in Japanese and English.
 */
export const ERRORS = {
  ...ERRORS_OF_ANY_COMMAND,
  ...ERRORS_OF_THE_HOUSE,
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS
export type ErrorParams = Readonly<Record<string, string | number>>
export type FieldError = {
  readonly pointer: string
  /** A keyword of the schema, a code of the field messages, or a row of this table. */
  readonly code: string
  readonly message: string
  /** What a row's sentence needs; `about` is said before it. */
  readonly params?: ErrorParams
}
export type Language = 'ja' | 'en'

/** A refusal the caller can act on. Knows its row of the table, never HTTP. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly fields: readonly FieldError[]
  readonly allowedActions: readonly string[] | undefined

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    more: {
      fields?: readonly FieldError[]
      allowedActions?: readonly string[]
      cause?: unknown
    } = {},
  ) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.params = params
    this.fields = more.fields ?? []
    this.allowedActions = more.allowedActions
  }
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

export function errorSentence(code: ErrorCode, params: ErrorParams, language: Language) {
  const { title, detail } = ERRORS[code][language]
  return {
    title,
    detail: detail.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—')),
  }
}
