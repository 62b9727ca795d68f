import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useNamed } from '../../platform/i18n/use-text.ts'
import { useProperty } from '../../platform/session/use-property.ts'

type Choice = { id: string; name: string }

const ALL = 100

/** The property's room types, in the language of the screen. */
export const useRoomTypes = (): Choice[] => {
  const named = useNamed()
  const propertyId = useProperty()?.id
  const { data } = useQuery({
    queryKey: ['room-types', 'choices', propertyId],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '', page: 1, perPage: ALL }
      return answerOf(api.GET('/v1/room-types', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
  })
  return (data?.data ?? []).map((type) => ({ id: type.id, name: named(type) }))
}

/** What a room may have; the list of the house, not of the screen. */
export const useEquipment = (): Choice[] => {
  const named = useNamed()
  const { data } = useQuery({
    queryKey: ['equipment'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/equipment', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (data?.data ?? []).map((one) => ({ id: one.code, name: named(one) }))
}
