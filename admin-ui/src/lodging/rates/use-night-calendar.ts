import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useProperty } from '../../platform/session/use-property.ts'
import { lastOfMonth } from './months.ts'

/** What every night of a month costs and what of it is free, by room type. */
export const useNightCalendar = (month: string | null) => {
  const propertyId = useProperty()?.id
  return useQuery({
    queryKey: ['availability', 'calendar', propertyId, month],
    queryFn: ({ signal }) => {
      const fromNight = `${month}-01`
      const query = { propertyId: propertyId ?? '', fromNight, untilNight: lastOfMonth(fromNight) }
      return answerOf(api.GET('/v1/availability-calendar', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined && month !== null,
    // The month before may stand until this one arrives, another house's never.
    placeholderData: (before, query) => (query?.queryKey[2] === propertyId ? before : undefined),
  })
}
