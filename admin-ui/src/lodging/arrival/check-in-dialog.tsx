import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { ArrivalSheet, Stay } from '../../api/records.ts'
import { ProblemNotice } from '../../platform/commands/problem-notice.tsx'
import { useCommand } from '../../platform/commands/use-command.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { momentAt } from '../../platform/formats/wall-time.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { PageLoading } from '../../platform/states/page-loading.tsx'
import { type ArrivalDraft, draftOf, emptyFields, partyOf } from './arrival-draft.ts'
import { GuestsStep } from './guests-step.tsx'
import { guestProblems } from './guest-problems.ts'
import { IdentityStep } from './identity-step.tsx'
import { KeyStep } from './key-step.tsx'
import { OrderStep } from './order-step.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useArrival } from './use-arrival.ts'

type CheckInDialogProps = { stayIds: string[]; title: string; onClose: () => void }

/** From "here I am" to the key: one room, or all rooms of a group that arrive. */
export const CheckInDialog = ({ stayIds, title, onClose }: CheckInDialogProps) => {
  const titleId = useId()
  const { data, error, refetch } = useArrival(stayIds[0] ?? '')
  if (data) {
    return <CheckInForm sheet={data} stayIds={stayIds} title={title} onClose={onClose} />
  }
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="h2">
        {title}
      </DialogTitle>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <PageLoading />}
    </Dialog>
  )
}

const STEPS = ['order', 'identity', 'guests', 'key'] as const

const CheckInForm = ({
  sheet,
  stayIds,
  title,
  onClose,
}: CheckInDialogProps & { sheet: ArrivalSheet }) => {
  const t = useText()
  const { timeZone } = useFormats()
  const [step, setStep] = useState(0)
  const [asked, setAsked] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(sheet, stayIds))
  const stays = sheet.order.stays.filter(({ id }) => stayIds.includes(id))
  const command = useCommand<unknown>({
    send: (key) => sendArrival(key, sheet, stays, draft, timeZone),
    done: t('checkIn.done'),
    onDone: onClose,
  })
  const isReady = [
    true,
    isIdentityReady(draft),
    areGuestsReady(sheet, stays, draft),
    isTimeReady(draft),
  ]

  const goTo = (next: number) => {
    setAsked(false)
    setStep(next)
  }
  const next = () => {
    setAsked(true)
    if (!isReady[step]) return
    if (step < STEPS.length - 1) return goTo(step + 1)
    command.mutate('')
  }

  return (
    <StepDialog
      title={title}
      steps={STEPS.map((name) => t(`arrival.stepNames.${name}`))}
      step={step}
      confirm={t('checkIn.action')}
      pending={command.isPending}
      onNext={next}
      onBack={() => goTo(step - 1)}
      onClose={onClose}
    >
      {step === 0 ? <OrderStep sheet={sheet} stays={stays} /> : null}
      {step === 1 ? (
        <IdentityStep
          identity={draft.identity}
          asked={asked}
          onChange={(identity) => setDraft({ ...draft, identity })}
        />
      ) : null}
      {step === 2 ? (
        <GuestsStep
          sheet={sheet}
          stays={stays}
          rooms={draft.rooms}
          asked={asked}
          problemsOf={guestProblems(asked, command.error, t)}
          onChange={(stayId, room) =>
            setDraft({ ...draft, rooms: { ...draft.rooms, [stayId]: room } })
          }
        />
      ) : null}
      {step === 3 ? (
        <KeyStep stays={stays} draft={draft} asked={asked} onChange={setDraft} />
      ) : null}
      <ProblemNotice error={command.error} />
    </StepDialog>
  )
}

const isIdentityReady = ({ identity }: ArrivalDraft) =>
  identity.document !== null && identity.everyGuest

const areGuestsReady = (sheet: ArrivalSheet, stays: Stay[], draft: ArrivalDraft) =>
  stays.every((stay) => {
    const room = draft.rooms[stay.id]
    const licence = licenceOf(sheet, stay.id)
    if (!room) return false
    const said = room.guests.length === stay.guests || room.countReason.trim() !== ''
    return said && room.guests.every((guest) => emptyFields(guest, licence).length === 0)
  })

const isTimeReady = ({ earlier, at, atReason }: ArrivalDraft) =>
  !earlier || (at !== '' && atReason.trim() !== '')

const licenceOf = (sheet: ArrivalSheet, stayId: string) =>
  sheet.rooms.find((room) => room.stayId === stayId)?.licence ?? 'home_sharing'

const sendArrival = (
  key: string,
  sheet: ArrivalSheet,
  stays: Stay[],
  draft: ArrivalDraft,
  timeZone: string,
): Promise<unknown> => {
  const { method, document } = draft.identity
  const at = draft.earlier ? momentAt(draft.at, timeZone) : null
  const common = {
    identity: { method, document: document ?? 'other', everyGuest: true as const },
    ...(at && { at, atReason: draft.atReason.trim() }),
  }
  const rooms = stays.flatMap((stay) => {
    const room = draft.rooms[stay.id]
    return room ? [{ stayId: stay.id, ...partyOf(room, licenceOf(sheet, stay.id)) }] : []
  })
  const header = commandHeaders(key)
  const [only] = rooms
  if (only && rooms.length === 1) {
    const { stayId, ...party } = only
    return answerOf(
      api.POST('/v1/stays/{id}/check-in', {
        params: { path: { id: stayId }, header },
        body: { ...common, ...party },
      }),
    )
  }
  return answerOf(
    api.POST('/v1/orders/{id}/check-in', {
      params: { path: { id: sheet.order.id }, header },
      body: { ...common, rooms },
    }),
  )
}
