import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { type CartStay, quoteText } from './booking-draft.ts'

/** What the stays would cost this member now; placing the order asks the very same. */
export const useQuote = (stays: CartStay[], memberId: string | null) => {
  const propertyId = useProperty()?.id
  const wishes = stays.map(quoteText)
  return useQuery({
    queryKey: ['quotes', propertyId, memberId, wishes],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', stays: wishes, ...(memberId && { memberId }) }
      return answerOf(api.GET('/v1/quotes', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined && wishes.length > 0,
    placeholderData: keepPreviousData,
  })
}
