import { useEffect } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { isProblem } from '../../api/problem.ts'
import { queryClient } from '../../query-client.ts'

const isEnded = (error: unknown): boolean => isProblem(error) && error.status === 401

/** Any answer "unauthenticated", to a question or a command, leads back to the sign-in. */
export const useEndedSession = () => {
  const logoutIfDenied = useLogoutIfAccessDenied()
  useEffect(() => {
    const queries = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return
      if (isEnded(event.action.error)) void logoutIfDenied(event.action.error)
    })
    const commands = queryClient.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return
      if (isEnded(event.action.error)) void logoutIfDenied(event.action.error)
    })
    return () => {
      queries()
      commands()
    }
  }, [logoutIfDenied])
}
