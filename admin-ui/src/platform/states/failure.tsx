import Button from '@mui/material/Button'
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import { isProblem, NETWORK_UNREACHABLE } from '../../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import { StatePanel } from './state-panel.tsx'

/** Why a page has nothing to show, and what can be done about it. */
export const Failure = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const t = useText()
  if (isProblem(error) && error.status === 403) return <NoAccess />
  if (isProblem(error) && error.status === 404) {
    return (
      <StatePanel
        icon={SearchOffOutlined}
        title={t('states.notFoundTitle')}
        body={t('states.notFoundBody')}
      />
    )
  }
  const told = isProblem(error) && error.code !== NETWORK_UNREACHABLE ? error.problem.detail : null
  return (
    <StatePanel
      role="alert"
      icon={CloudOffOutlined}
      title={t('states.failureTitle')}
      body={told ?? t('states.failureBody')}
      action={
        onRetry ? (
          <Button variant="outlined" onClick={onRetry}>
            {t('actions.retry')}
          </Button>
        ) : null
      }
    />
  )
}

export const NoAccess = () => {
  const t = useText()
  return (
    <StatePanel
      icon={LockOutlined}
      title={t('states.noAccessTitle')}
      body={t('states.noAccessBody')}
    />
  )
}
