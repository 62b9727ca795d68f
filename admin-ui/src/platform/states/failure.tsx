import Button from '@mui/material/Button'
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import { isProblem, NETWORK_UNREACHABLE } from '../../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import { StatePanel } from './state-panel.tsx'

type FailureProps = { error: unknown; onRetry?: () => void; isPage?: boolean }

/** Why there is nothing to show, and what can be done about it. */
export const Failure = ({ error, onRetry, isPage = false }: FailureProps) => {
  const t = useText()
  if (isProblem(error) && error.status === 403) return <NoAccess isPage={isPage} />
  if (isProblem(error) && error.status === 404) {
    return (
      <StatePanel
        isPage={isPage}
        icon={SearchOffOutlined}
        title={t('states.notFoundTitle')}
        body={t('states.notFoundBody')}
      />
    )
  }
  const told = isProblem(error) && error.code !== NETWORK_UNREACHABLE ? error.problem.detail : null
  return (
    <StatePanel
      isPage={isPage}
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

export const NoAccess = ({ isPage = false }: { isPage?: boolean }) => {
  const t = useText()
  return (
    <StatePanel
      isPage={isPage}
      icon={LockOutlined}
      title={t('states.noAccessTitle')}
      body={t('states.noAccessBody')}
    />
  )
}
