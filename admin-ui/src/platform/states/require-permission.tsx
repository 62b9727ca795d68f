import type { ReactNode } from 'react'
import { usePermission, useSession } from '../session/use-session.ts'
import { NoAccess } from './failure.tsx'

/** The server refuses anyway; this spares the person a page of refusals. */
export const RequirePermission = ({ of, children }: { of: string; children: ReactNode }) => {
  const session = useSession()
  const allowed = usePermission(of)
  if (!session) return null
  return allowed ? children : <NoAccess isPage />
}
