import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { isProblem, NETWORK_UNREACHABLE, type ProblemError } from '../../api/problem.ts'
import { type Text, useText } from '../i18n/use-text.ts'

/** Why a command was not carried out, read out at once to those who cannot see it. */
export const ProblemNotice = ({ error }: { error: unknown }) => {
  const t = useText()
  if (!error) return null
  const { title, body, severity } = explain(error, t)
  return (
    <Alert severity={severity} role="alert">
      <AlertTitle>{title}</AlertTitle>
      {body}
    </Alert>
  )
}

const explain = (error: unknown, t: Text) => {
  if (!isProblem(error))
    return { severity: 'error' as const, title: t('problems.generic'), body: null }
  if (error.code === NETWORK_UNREACHABLE) {
    return {
      severity: 'warning' as const,
      title: t('problems.network'),
      body: t('problems.networkBody'),
    }
  }
  if (error.isStale) {
    const told = [error.problem.detail, t('problems.staleBody')].filter(Boolean).join(' ')
    return { severity: 'warning' as const, title: t('problems.stale'), body: told }
  }
  if (error.status === 403) {
    return {
      severity: 'error' as const,
      title: t('problems.forbidden'),
      body: error.problem.detail,
    }
  }
  return {
    severity: 'error' as const,
    title: error.problem.title ?? t('problems.generic'),
    body: bodyOf(error),
  }
}

const bodyOf = ({ problem }: ProblemError) => {
  const fields = problem.errors?.map(({ message }) => message) ?? []
  return [problem.detail, ...fields].filter(Boolean).join(' ')
}
