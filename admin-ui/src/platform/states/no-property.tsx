import HolidayVillageOutlined from '@mui/icons-material/HolidayVillageOutlined'
import { useText } from '../i18n/use-text.ts'
import { StatePanel } from './state-panel.tsx'

export const NoProperty = () => {
  const t = useText()
  return (
    <StatePanel
      isPage
      icon={HolidayVillageOutlined}
      title={t('states.noPropertyTitle')}
      body={t('states.noPropertyBody')}
    />
  )
}
