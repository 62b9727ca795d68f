import UpdateOutlined from '@mui/icons-material/UpdateOutlined'
import { useState } from 'react'
import type { Stay } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ExtendStayDialog } from './extend-stay-dialog.tsx'
import { VerbButton } from './verb-button.tsx'

export const ExtendStayButton = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const [asked, setAsked] = useState<Stay | null>(null)
  return (
    <>
      {stay.allowedActions.includes('extend') ? (
        <VerbButton
          label={t('stays.extend.action')}
          about={stay.roomNumber}
          icon={UpdateOutlined}
          compact={false}
          strong={false}
          onClick={() => setAsked(stay)}
        />
      ) : null}
      {asked ? <ExtendStayDialog stay={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
