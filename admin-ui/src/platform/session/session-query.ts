import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
})
