import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** How a room type is priced now and later. */
export const useRateRules = (roomTypeId: string) =>
  useQuery({
    queryKey: ['availability', 'rate-rules', roomTypeId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/room-types/{id}/rate-rules', { params: { path: { id: roomTypeId } }, signal }),
      ),
  })
