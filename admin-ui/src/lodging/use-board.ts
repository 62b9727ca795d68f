import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { REFRESH_MS } from '../query-client.ts'

/** The rooms of the property on a day; null means its business date. */
export const useBoard = (date: string | null) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['board', propertyId, date],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', ...(date && { date }) }
      return answerOf(api.GET('/v1/board', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
    refetchInterval: REFRESH_MS,
    // Yesterday's rooms may stand until today's arrive, another house's never.
    placeholderData: (before, query) => (query?.queryKey[1] === propertyId ? before : undefined),
  })
}
