import Button from '@mui/material/Button'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import { LinkBase } from 'react-admin'
import { useText } from '../i18n/use-text.ts'
import { StatePanel } from './state-panel.tsx'

export const NotFound = () => {
  const t = useText()
  return (
    <StatePanel
      isPage
      icon={SearchOffOutlined}
      title={t('states.notFoundTitle')}
      body={t('states.notFoundBody')}
      action={
        <Button variant="outlined" component={LinkBase} to="/">
          {t('nav.board')}
        </Button>
      }
    />
  )
}
