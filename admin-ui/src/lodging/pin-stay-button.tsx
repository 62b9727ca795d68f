import PushPinOutlined from '@mui/icons-material/PushPinOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Stay } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { VerbButton } from './verb-button.tsx'

const words = {
  pin: {
    action: 'stays.pin.action',
    title: 'stays.pin.title',
    ask: 'stays.pin.ask',
    done: 'stays.pin.done',
  },
  unpin: {
    action: 'stays.unpin.action',
    title: 'stays.unpin.title',
    ask: 'stays.unpin.ask',
    done: 'stays.unpin.done',
  },
} as const

/** The guest's wish for this very room, or no longer. */
export const PinStayButton = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const [asked, setAsked] = useState<'pin' | 'unpin' | null>(null)
  const offered = (['pin', 'unpin'] as const).find((verb) => stay.allowedActions.includes(verb))
  const close = () => setAsked(null)
  return (
    <>
      {offered ? (
        <VerbButton
          label={t(words[offered].action)}
          about={stay.roomNumber}
          icon={PushPinOutlined}
          compact={false}
          strong={false}
          onClick={() => setAsked(offered)}
        />
      ) : null}
      {asked ? (
        <CommandDialog
          title={t(words[asked].title, { number: stay.roomNumber })}
          confirm={t(words[asked].action)}
          reason="optional"
          send={(key, reason) => {
            const params = { path: { id: stay.id }, header: commandHeaders(key) }
            const body = reason === '' ? {} : { reason }
            return answerOf(
              asked === 'pin'
                ? api.POST('/v1/stays/{id}/pin', { params, body })
                : api.POST('/v1/stays/{id}/unpin', { params, body }),
            )
          }}
          done={t(words[asked].done)}
          onDone={close}
          onClose={close}
        >
          <Typography variant="body2">{t(words[asked].ask)}</Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
