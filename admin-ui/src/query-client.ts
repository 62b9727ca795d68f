import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './api/problem.ts'

/** A refusal (4xx) is an answer and is not asked again; a lost connection is, twice. */
const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 2_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** Below the event stream: what the inbox and the board do when the stream is lost. */
export const REFRESH_MS = 10_000
