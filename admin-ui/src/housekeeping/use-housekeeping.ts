import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { REFRESH_MS } from '../query-client.ts'

/** The rooms of the property on a day, for those who clean; null means its business date. */
export const useHousekeeping = (date: string | null) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['housekeeping', propertyId, date],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', ...(date && { date }) }
      return answerOf(api.GET('/v1/housekeeping', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
    refetchInterval: REFRESH_MS,
    placeholderData: (before, query) => (query?.queryKey[1] === propertyId ? before : undefined),
  })
}
