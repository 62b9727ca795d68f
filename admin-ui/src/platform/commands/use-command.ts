import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { newCommandKey } from '../../api/command-headers.ts'
import { isProblem } from '../../api/problem.ts'
import { queryClient } from '../../query-client.ts'

export type CommandOptions<T> = {
  /** Sends the command under this key. */
  send: (key: string, reason: string) => Promise<T>
  /** The sentence shown when it is done. */
  done: string | ((result: T) => string)
  onDone: (result: T) => void
}

/**
 * One command of one open dialog. The key is made when the dialog opens and stays while the outcome
 * is unknown, so a retry is the same command; after a refusal the next attempt is a new one.
 */
export const useCommand = <T>({ send, done, onDone }: CommandOptions<T>) => {
  const notify = useNotify()
  const [key, setKey] = useState(newCommandKey)
  return useMutation({
    mutationFn: (reason: string) => send(key, reason),
    onSuccess: (result) => {
      notify(typeof done === 'string' ? done : done(result), { type: 'success' })
      refreshAll()
      onDone(result)
    },
    onError: (error) => {
      if (!isProblem(error) || error.status === 0 || error.status >= 500) return
      setKey(newCommandKey())
      if (error.isStale) refreshAll()
    },
  })
}

/** Commands are rare and touch much: whatever is on the screen is read again. */
const refreshAll = () => {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}
