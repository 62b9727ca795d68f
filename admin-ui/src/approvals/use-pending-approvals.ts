import { useGetList } from 'react-admin'
import type { Approval } from '../api/records.ts'
import { useProperty } from '../platform/session/use-property.ts'
import { usePermission } from '../platform/session/use-session.ts'
import { REFRESH_MS } from '../query-client.ts'

/** How many requests wait at this property; 0 where it is not asked. */
export const usePendingApprovals = (asked = true): number => {
  const property = useProperty()
  const mayRead = usePermission('approval.read')
  const { total } = useGetList<Approval>(
    'approvals',
    {
      filter: { propertyId: property?.id, status: 'pending' },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled: asked && mayRead && property !== null, refetchInterval: REFRESH_MS },
  )
  return asked ? (total ?? 0) : 0
}
