import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders, decisionHeaders } from '../../api/command-headers.ts'
import type { GuestInBrief, RegisteredStay } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { blankGuest, bodyOf, emptyFields } from '../arrival/arrival-draft.ts'
import { GuestFields } from '../arrival/guest-fields.tsx'

type EditGuestDialogProps = {
  stay: RegisteredStay
  /** Null: a companion who comes later. */
  entry: GuestInBrief | null
  onClose: () => void
}

/** A line is written anew as a whole: nobody has to be shown the old one to correct it. */
export const EditGuestDialog = ({ stay, entry, onClose }: EditGuestDialogProps) => {
  const t = useText()
  const [guest, setGuest] = useState(() => ({
    ...blankGuest(entry?.name ?? ''),
    ...(entry && { nationality: entry.nationality, livesInJapan: entry.livesInJapan ?? true }),
  }))
  const isReady = emptyFields(guest, stay.licence).length === 0

  const send = (key: string, reason: string) => {
    const {
      representative,
      copyOf: _,
      ...body
    } = bodyOf(guest, stay.licence, entry?.representative ?? false)
    if (!entry) {
      return answerOf<unknown>(
        api.POST('/v1/stays/{id}/guests', {
          params: { path: { id: stay.id }, header: commandHeaders(key) },
          body,
        }),
      )
    }
    return answerOf<unknown>(
      api.PATCH('/v1/guests/{id}', {
        params: { path: { id: entry.id }, header: decisionHeaders(key, entry.version) },
        body: { ...body, representative, reason },
      }),
    )
  }

  return (
    <CommandDialog
      title={entry ? t('register.editTitle', { name: entry.name ?? '' }) : t('arrival.addGuest')}
      confirm={t(entry ? 'register.edit' : 'register.add')}
      reason={entry ? 'required' : 'none'}
      maxWidth="md"
      ready={isReady}
      send={send}
      done={t('register.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <GuestFields
        guest={guest}
        licence={stay.licence}
        problems={{}}
        autoFocus
        onChange={setGuest}
      />
    </CommandDialog>
  )
}
