import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './session-query.ts'

export const useSession = () => useQuery(sessionQuery).data

export const usePermission = (permission: string): boolean =>
  useSession()?.permissions.includes(permission) ?? false
