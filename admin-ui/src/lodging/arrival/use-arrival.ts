import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** What the desk looks at before a check-in. What is typed meanwhile is kept apart from it. */
export const useArrival = (stayId: string) =>
  useQuery({
    queryKey: ['orders', 'arrival', stayId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/stays/{id}/arrival', { params: { path: { id: stayId } }, signal })),
  })
