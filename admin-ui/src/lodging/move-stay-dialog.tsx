import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Stay } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { Failure } from '../platform/states/failure.tsx'
import { PageLoading } from '../platform/states/page-loading.tsx'
import { canTake, type MoveOption, MoveOptions } from './move-options.tsx'

type MoveStayDialogProps = { stay: Stay; onClose: () => void }

/** Every room that would hold the party; one that is taken by a single stay may be swapped with. */
export const MoveStayDialog = ({ stay, onClose }: MoveStayDialogProps) => {
  const t = useText()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { data, error, refetch } = useMoveOptions(stay.id)
  const inHouse = stay.status === 'in_house'
  const rooms = data?.rooms ?? []
  const chosen = rooms.find((room) => room.roomId === chosenId && canTake(room, inHouse)) ?? null

  return (
    <CommandDialog
      title={t('stays.move.title', { number: stay.roomNumber })}
      confirm={t(chosen && !chosen.free ? 'stays.move.confirmSwap' : 'stays.move.confirmMove')}
      reason={chosen && !chosen.sameType ? 'required' : 'optional'}
      maxWidth="sm"
      ready={chosen !== null}
      send={(key, reason) => send(stay.id, chosen, key, reason)}
      done={t(chosen && !chosen.free ? 'stays.move.swapped' : 'stays.move.moved')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('stays.move.lead')}</Typography>
      {inHouse ? <Alert severity="info">{t('stays.move.inHouse')}</Alert> : null}
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <PageLoading /> : null}
      {data ? (
        <MoveOptions rooms={rooms} inHouse={inHouse} chosenId={chosenId} onChoose={setChosenId} />
      ) : null}
      {chosen && !chosen.sameType ? (
        <Alert severity="warning">{t('stays.move.otherType')}</Alert>
      ) : null}
    </CommandDialog>
  )
}

const useMoveOptions = (stayId: string) =>
  useQuery({
    queryKey: ['stays', 'move-options', stayId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/stays/{id}/move-options', { params: { path: { id: stayId } }, signal }),
      ),
  })

const send = (stayId: string, chosen: MoveOption | null, key: string, reason: string) => {
  const params = { path: { id: stayId }, header: commandHeaders(key) }
  const why = reason === '' ? {} : { reason }
  const withStayId = chosen?.swapStayId
  return answerOf(
    chosen && !chosen.free && withStayId
      ? api.POST('/v1/stays/{id}/swap', { params, body: { withStayId, ...why } })
      : api.POST('/v1/stays/{id}/move', { params, body: { roomId: chosen?.roomId ?? '', ...why } }),
  )
}
