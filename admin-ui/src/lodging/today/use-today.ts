import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useProperty } from '../../platform/session/use-property.ts'
import { REFRESH_MS } from '../../query-client.ts'

/** The day of the property as the desk works through it. */
export const useToday = () => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['today', propertyId],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '' }
      return answerOf(api.GET('/v1/today', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
    refetchInterval: REFRESH_MS,
  })
}
