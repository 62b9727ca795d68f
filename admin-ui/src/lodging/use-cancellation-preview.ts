import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

/** What would come back if these rooms were cancelled now. */
export const useCancellationPreview = (orderId: string, stayIds: string[]) =>
  useQuery({
    queryKey: ['orders', 'cancellation-preview', orderId, stayIds],
    queryFn: ({ signal }) => {
      const params = { path: { id: orderId }, query: { stayIds } }
      return answerOf(api.GET('/v1/orders/{id}/cancellation-preview', { params, signal }))
    },
    enabled: stayIds.length > 0,
    placeholderData: keepPreviousData,
  })
