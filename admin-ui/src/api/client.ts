import createClient, { type Middleware } from 'openapi-fetch'
import { currentLocale } from '../i18n-provider.ts'
import { NETWORK_UNREACHABLE, ProblemError, type ToldProblem } from './problem.ts'
import type { paths } from './schema.d.ts'

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Choba-Request', '1')
    request.headers.set('Accept-Language', currentLocale())
    return request
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error
    return new ProblemError(0, { code: NETWORK_UNREACHABLE })
  },
}

/** Lists in a query are joined by commas, as the house reads them. */
export const api = createClient<paths>({
  baseUrl: '',
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: false } },
})
api.use(manners)

type Answer<T> = { data?: T; error?: unknown; response: Response }

type AnyRequest = {
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** The same client for react-admin's data provider, whose resource names are known at run time only. */
export const untyped = {
  GET: <T>(path: string, request: AnyRequest) => ask<T>('GET', path, request),
  POST: <T>(path: string, request: AnyRequest) => ask<T>('POST', path, request),
  PATCH: <T>(path: string, request: AnyRequest) => ask<T>('PATCH', path, request),
}

const ask = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, request: AnyRequest) => {
  const { query, signal, ...rest } = request
  const send = api[method] as (path: string, init: object) => Promise<Answer<T>>
  return send(path, { ...rest, ...(signal && { signal }), params: { query } })
}

/** The body of a good answer; anything else is thrown as a ProblemError. */
export const answerOf = async <T>(pending: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await pending
  if (response.ok) return data as T
  const problem = (typeof error === 'object' ? error : null) as ToldProblem | null
  throw new ProblemError(response.status, { ...problem, code: problem?.code ?? 'internal_error' })
}
