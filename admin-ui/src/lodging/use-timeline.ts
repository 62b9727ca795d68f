import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { REFRESH_MS } from '../query-client.ts'

/** Rooms × nights of the property; without a first day, from its business date on. */
export const useTimeline = (from: string | null, days: number) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['timeline', propertyId, from, days],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', days, ...(from && { from }) }
      return answerOf(api.GET('/v1/timeline', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
    refetchInterval: REFRESH_MS,
    // The nights of another house are never shown under this one's name.
    placeholderData: (before, query) => (query?.queryKey[1] === propertyId ? before : undefined),
  })
}
