import type { AuthProvider } from 'react-admin'
import { answerOf, api } from './api/client.ts'
import { isProblem } from './api/problem.ts'
import { closeEvents } from './events.ts'
import { sessionQuery } from './platform/session/session-query.ts'
import { queryClient } from './query-client.ts'

type Credentials = { login: string; password: string }

const session = () => queryClient.fetchQuery(sessionQuery)

/** The session is a cookie that scripts cannot read; what the person may do is told by the server. */
export const authProvider: AuthProvider = {
  async login({ login, password }: Credentials) {
    const body = { kind: 'staff' as const, login, password }
    const opened = await answerOf(api.POST('/v1/session', { body }))
    queryClient.setQueryData(sessionQuery.queryKey, opened)
  },

  async logout() {
    closeEvents()
    const known = queryClient.getQueryData(sessionQuery.queryKey)
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    if (!known) return
    try {
      await answerOf(api.DELETE('/v1/session'))
    } catch (error) {
      // Whoever leaves has left this screen in any case; unused, the session ends within the hour.
      console.warn('the session could not be ended at the house', error)
    }
  },

  async checkAuth() {
    await session()
  },

  async checkError(error: unknown) {
    if (!isProblem(error) || error.status !== 401) return
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    throw Object.assign(new Error('session.ended'), { message: 'session.ended' })
  },

  async getPermissions() {
    try {
      return (await session()).permissions
    } catch (error) {
      // The guests' own pages are asked for it, too: nobody signed in is no reason to send anybody away.
      if (isProblem(error) && error.status === 401) return []
      throw error
    }
  },

  async getIdentity() {
    const { actor } = await session()
    return { id: actor.id, fullName: actor.displayName }
  },
}
