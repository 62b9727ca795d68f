import VerbIcon from '@mui/icons-material/LoginOutlined'
import { useState } from 'react'
import { useText } from '../platform/i18n/use-text.ts'
import { CheckInDialog } from './arrival/check-in-dialog.tsx'
import type { StayInBrief } from './stay-facts.tsx'
import { VerbButton } from './verb-button.tsx'

type CheckInButtonProps = {
  stay: StayInBrief | null
  roomNumber: string | null
  offered: boolean
  compact?: boolean
}

/** The dialog keeps the stay it was opened for, even when the verb is no longer offered. */
export const CheckInButton = ({
  stay,
  roomNumber,
  offered,
  compact = false,
}: CheckInButtonProps) => {
  const t = useText()
  const [asked, setAsked] = useState<string | null>(null)
  const title = roomNumber ? t('checkIn.title', { number: roomNumber }) : t('checkIn.titleNoRoom')

  return (
    <>
      {offered && stay ? (
        <VerbButton
          label={t('checkIn.action')}
          about={roomNumber ?? stay.memberName ?? ''}
          icon={VerbIcon}
          compact={compact}
          onClick={() => setAsked(stay.id)}
        />
      ) : null}
      {asked ? (
        <CheckInDialog stayIds={[asked]} title={title} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}
