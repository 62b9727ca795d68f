import Button from '@mui/material/Button'
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { StatePanel } from './state-panel.tsx'

type Props = { children: ReactNode }

/** A page that cannot be drawn must not take the menu with it. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}

export const Crashed = () => {
  const t = useText()
  return (
    <StatePanel
      isPage
      role="alert"
      icon={ReportProblemOutlined}
      title={t('states.crashTitle')}
      body={t('states.crashBody')}
      action={
        <Button variant="outlined" onClick={() => window.location.reload()}>
          {t('actions.refresh')}
        </Button>
      }
    />
  )
}
