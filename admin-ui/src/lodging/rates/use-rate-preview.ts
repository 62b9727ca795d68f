import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useProperty } from '../../platform/session/use-property.ts'
import type { RateWish } from './rate-draft.ts'

/** What the edit would do, asked anew with every change of the wish. */
export const useRatePreview = (wish: RateWish | null) => {
  const propertyId = useProperty()?.id ?? ''
  return useQuery({
    queryKey: ['availability', 'rate-preview', propertyId, wish],
    queryFn: async ({ signal }) => {
      const query = { ...(wish as RateWish), propertyId }
      const preview = await answerOf(
        api.GET('/v1/rate-edits/preview', { params: { query }, signal }),
      )
      return { ...preview, propertyId }
    },
    enabled: wish !== null && propertyId !== '',
    retry: false,
  })
}
