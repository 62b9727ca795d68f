import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { momentAt } from '../../platform/formats/wall-time.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { PageLoading } from '../../platform/states/page-loading.tsx'
import { EarlierTime } from '../arrival/earlier-time.tsx'
import { StatementSums } from './statement-sums.tsx'
import { useStatement, type Whose } from './use-statement.ts'

type CheckOutDialogProps = {
  title: string
  whose: Whose
  onClose: () => void
  children?: ReactNode
}

/** The statement is looked at together, then the guest is seen off; a group all at once. */
export const CheckOutDialog = ({ title, whose, onClose, children }: CheckOutDialogProps) => {
  const t = useText()
  const { timeZone } = useFormats()
  const { data, error, refetch } = useStatement(whose)
  const [earlier, setEarlier] = useState(false)
  const [at, setAt] = useState('')
  const [atReason, setAtReason] = useState('')
  const isReady = !earlier || (at !== '' && atReason.trim() !== '')

  const send = (key: string) => {
    const moment = earlier ? momentAt(at, timeZone) : null
    const body = moment ? { at: moment, atReason: atReason.trim() } : {}
    const header = commandHeaders(key)
    return 'stayId' in whose
      ? answerOf<unknown>(
          api.POST('/v1/stays/{id}/check-out', {
            params: { path: { id: whose.stayId }, header },
            body,
          }),
        )
      : answerOf<unknown>(
          api.POST('/v1/orders/{id}/check-out', {
            params: { path: { id: whose.orderId }, header },
            body,
          }),
        )
  }

  return (
    <CommandDialog
      title={title}
      confirm={t('checkOut.action')}
      maxWidth="sm"
      ready={isReady}
      send={send}
      done={t('checkOut.done')}
      onDone={onClose}
      onClose={onClose}
    >
      {children}
      {data ? <StatementSums statement={data} whose={whose} /> : null}
      {!data && error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <PageLoading /> : null}
      <FormControlLabel
        control={
          <Checkbox checked={earlier} onChange={(event) => setEarlier(event.target.checked)} />
        }
        label={t('departure.earlier')}
      />
      {earlier ? (
        <EarlierTime
          at={at}
          reason={atReason}
          asked={false}
          onChange={(time, reason) => {
            setAt(time)
            setAtReason(reason)
          }}
        />
      ) : null}
      <Typography variant="body2">{t('checkOut.ask')}</Typography>
    </CommandDialog>
  )
}
