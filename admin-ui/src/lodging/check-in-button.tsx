import VerbIcon from '@mui/icons-material/LoginOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { type StayInBrief, StayFacts } from './stay-facts.tsx'
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
  const [asked, setAsked] = useState<StayInBrief | null>(null)
  const close = () => setAsked(null)
  const title = roomNumber ? t('checkIn.title', { number: roomNumber }) : t('checkIn.titleNoRoom')

  return (
    <>
      {offered && stay ? (
        <VerbButton
          label={t('checkIn.action')}
          about={roomNumber ?? stay.memberName ?? ''}
          icon={VerbIcon}
          compact={compact}
          onClick={() => setAsked(stay)}
        />
      ) : null}
      {asked ? (
        <CommandDialog
          title={title}
          confirm={t('checkIn.action')}
          send={(key) =>
            answerOf(
              api.POST('/v1/stays/{id}/check-in', {
                params: { path: { id: asked.id }, header: commandHeaders(key) },
                body: {},
              }),
            )
          }
          done={t('checkIn.done')}
          onDone={close}
          onClose={close}
        >
          <StayFacts stay={asked} roomNumber={roomNumber} />
          <Typography variant="body2">{t('checkIn.ask')}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
