import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import { useState } from 'react'
import type { Stay } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { MoveStayDialog } from './move-stay-dialog.tsx'
import { VerbButton } from './verb-button.tsx'

/** To another room, or a swap: the dialog keeps the stay it was opened for. */
export const MoveStayButton = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const [asked, setAsked] = useState<Stay | null>(null)
  return (
    <>
      {stay.allowedActions.includes('move') ? (
        <VerbButton
          label={t('stays.move.action')}
          about={stay.roomNumber}
          icon={SwapHorizOutlined}
          compact={false}
          strong={false}
          onClick={() => setAsked(stay)}
        />
      ) : null}
      {asked ? <MoveStayDialog stay={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
