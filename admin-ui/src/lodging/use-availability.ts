import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useProperty } from '../platform/session/use-property.ts'

/** Free rooms and list prices between two days. */
export const useAvailability = (checkIn: string, checkOut: string, enabled: boolean) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['availability', propertyId, checkIn, checkOut],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', checkIn, checkOut }
      return answerOf(api.GET('/v1/availability', { params: { query }, signal }))
    },
    enabled: enabled && propertyId !== undefined,
    placeholderData: keepPreviousData,
  })
}
