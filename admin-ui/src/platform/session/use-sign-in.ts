import { type FormEvent, useState } from 'react'
import { useLogin } from 'react-admin'
import { isProblem, NETWORK_UNREACHABLE } from '../../api/problem.ts'
import { useText } from '../i18n/use-text.ts'

export const useSignIn = () => {
  const t = useText()
  const login = useLogin()
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const explain = (error: unknown): string => {
    if (!isProblem(error)) return t('problems.generic')
    if (error.code === NETWORK_UNREACHABLE) return t('problems.network')
    return error.status === 401 || error.status === 422 ? t('session.failed') : error.message
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const credentials = {
      login: textOf(form.get('login')).trim(),
      password: textOf(form.get('password')),
    }
    if (!credentials.login || !credentials.password) return setTrouble(t('session.missing'))
    setPending(true)
    setTrouble(null)
    try {
      await login(credentials)
    } catch (error) {
      setTrouble(explain(error))
      setPending(false)
    }
  }

  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), isPending, trouble }
}

const textOf = (entry: FormDataEntryValue | null): string =>
  typeof entry === 'string' ? entry : ''
