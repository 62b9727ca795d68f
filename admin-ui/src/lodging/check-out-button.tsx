import VerbIcon from '@mui/icons-material/LogoutOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
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
  const close = () => setAsked(null)
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
        <CommandDialog
          title={title}
          confirm={t('checkOut.action')}
          send={(key) =>
            answerOf(
              api.POST('/v1/stays/{id}/check-out', {
                params: { path: { id: asked.id }, header: commandHeaders(key) },
                body: {},
              }),
            )
          }
          done={t('checkOut.done')}
          onDone={close}
          onClose={close}
        >
          <StayFacts stay={asked} roomNumber={roomNumber} />
          <EarlyDeparture checkOut={asked.checkOut} />
          <Typography variant="body2">{t('checkOut.ask')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
