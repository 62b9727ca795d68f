import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async ({ signal }) => {
    const clock = await answerOf(api.GET('/v1/clock', { signal }))
    return { ...clock, aheadOfBrowserMs: Date.parse(clock.now) - Date.now() }
  },
  staleTime: 60_000,
})
