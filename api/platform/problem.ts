import type { ErrorRequestHandler, Request, Response } from 'express'
import {
  DomainError,
  ERRORS,
  errorSentence,
  type FieldError,
  isErrorCode,
  type Language,
} from '../../domain/platform/errors.ts'
import { translateDatabaseError } from '../../db/platform/translate-error.ts'
import type { Log } from '../../activities/platform/house.ts'
import { codeMessage } from './field-messages.ts'

const RETRY_AFTER_S = 2

/** The language of answers: what the caller prefers of the two we speak; Japanese first. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja'
}

/** What Express and its body parser refuse by themselves, in the house's words. */
function fromExpress(error: unknown, accepted: string): unknown {
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown }
  if (type === 'entity.too.large')
    return new DomainError('payload_too_large', { limit: sizeText(Number(limit)) })
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new DomainError('media_type_unsupported', { accepted })
  if (typeof type === 'string' && type.startsWith('entity.'))
    return new DomainError('request_malformed')
  if (
    type === 'request.aborted' ||
    type === 'request.size.invalid' ||
    error instanceof URIError ||
    status === 400
  ) {
    return new DomainError('request_malformed')
  }
  return error
}

const KILO = 1_024
const sizeText = (bytes: number) =>
  bytes < KILO * KILO ? `${Math.floor(bytes / KILO)} KB` : `${Math.floor(bytes / KILO / KILO)} MB`

/** Every refusal leaves the house as RFC 9457 problem+json, from the one error table. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const known = translateDatabaseError(fromExpress(error, String(response.locals['accepted'])))
    const requestId = String(response.locals['requestId'])
    if (!(known instanceof DomainError)) {
      log.error({ err: error, requestId }, 'unexpected error')
      return sendProblem(request, response, new DomainError('internal_error', { requestId }))
    }
    if (ERRORS[known.code].status === 503)
      log.warn({ err: known.cause ?? known, requestId }, 'temporarily unavailable')
    return sendProblem(request, response, known)
  }
}

export function sendProblem(request: Request, response: Response, error: DomainError): void {
  const language = languageOf(request)
  const { status } = ERRORS[error.code]
  const { title, detail } = errorSentence(error.code, error.params, language)
  if (status === 503) response.setHeader('Retry-After', RETRY_AFTER_S)
  if (status === 429)
    response.setHeader('Retry-After', String(error.params['seconds'] ?? RETRY_AFTER_S))
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="choba"')
  response
    .status(status)
    .setHeader('Content-Language', language)
    .setHeader('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/docs/problems#${error.code}`,
        title,
        status,
        detail,
        code: error.code,
        instance: String(response.locals['requestId']),
        ...(error.fields.length > 0 ? { errors: inWords(error.fields, language) } : {}),
        ...(error.allowedActions ? { allowedActions: error.allowedActions } : {}),
      }),
    )
}

/** A verb knows the field and the code, not the caller's language. */
const inWords = (fields: readonly FieldError[], language: Language): FieldError[] =>
  fields.map(({ params = {}, ...field }) => {
    const sentence = isErrorCode(field.code)
      ? errorSentence(field.code, params, language).detail
      : (codeMessage(field.code, language) ?? field.message)
    const about = params['about']
    return { ...field, message: about === undefined ? sentence : `${about}: ${sentence}` }
  })
