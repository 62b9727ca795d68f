import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useProperty } from '../../platform/session/use-property.ts'

type Period = { from: string; until: string; grain: 'day' | 'month' }

export const useKpis = (period: Period | null) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['kpis', propertyId, period],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', ...(period as Period) }
      return answerOf(api.GET('/v1/kpis', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined && period !== null,
    placeholderData: keepPreviousData,
  })
}
