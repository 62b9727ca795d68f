import VerbIcon from '@mui/icons-material/LogoutOutlined'
import { useState } from 'react'
import { useText } from '../platform/i18n/use-text.ts'
import { CheckOutDialog } from './departure/check-out-dialog.tsx'
import { EarlyDeparture } from './early-departure.tsx'
import { type StayInBrief, StayFacts } from './stay-facts.tsx'
import { VerbButton } from './verb-button.tsx'

type CheckOutButtonProps = {
  stay: StayInBrief | null
  roomNumber: string | null
  offered: boolean
  compact?: boolean
}

/** The dialog keeps the stay it was opened for, even when the verb is no longer offered. */
export const CheckOutButton = ({
  stay,
  roomNumber,
  offered,
  compact = false,
}: CheckOutButtonProps) => {
  const t = useText()
  const [asked, setAsked] = useState<StayInBrief | null>(null)
  const title = roomNumber ? t('checkOut.title', { number: roomNumber }) : t('checkOut.titleNoRoom')

  return (
    <>
      {offered && stay ? (
        <VerbButton
          label={t('checkOut.action')}
          about={roomNumber ?? stay.memberName ?? ''}
          icon={VerbIcon}
          compact={compact}
          onClick={() => setAsked(stay)}
        />
      ) : null}
      {asked ? (
        <CheckOutDialog title={title} whose={{ stayId: asked.id }} onClose={() => setAsked(null)}>
          <StayFacts stay={asked} roomNumber={roomNumber} />
          <EarlyDeparture checkOut={asked.checkOut} />
        </CheckOutDialog>
      ) : null}
    </>
  )
}
