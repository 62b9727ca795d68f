import { expect } from '@jest/globals'
import { type ErrorCode, ERRORS } from '../../../domain/platform/errors.ts'
import type { Answer } from '../../support/client.ts'

export type ProblemBody = {
  readonly code: ErrorCode
  readonly status: number
  readonly errors?: readonly { pointer: string; code: string; message: string }[]
}

/** A refusal as every client may rely on it: RFC 9457, from the one table, in the language asked for. */
export function expectProblem(
  answer: Omit<Answer<unknown>, 'bytes'>,
  expected: { status?: number; code?: ErrorCode; language?: 'ja' | 'en'; about?: string },
): ProblemBody {
  const { language = 'ja', about = '' } = expected
  const body = answer.body as ProblemBody & Record<string, string>
  const row = ERRORS[body.code]
  const told = { about, status: answer.status, body }
  expect({ ...told, known: row !== undefined }).toEqual({ ...told, known: true })
  expect({ about, ...body }).toEqual({
    about,
    ...body,
    code: expected.code ?? body.code,
    status: expected.status ?? row.status,
    type: `/docs/problems#${body.code}`,
    title: row[language].title,
    detail: expect.stringMatching(/^[^{}]+$/),
    instance: answer.headers.get('x-request-id'),
  })
  expect(answer.status).toBe(body.status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers.get('content-language')).toBe(language)
  expect(answer.headers.get('retry-after') !== null).toBe([429, 503].includes(answer.status))
  return body
}

/** What several who asked at once were answered, lowest first. */
export const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map((answer) => answer.status).toSorted((a, b) => a - b)
