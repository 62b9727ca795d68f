import Alert from '@mui/material/Alert'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Order } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { Failure } from '../platform/states/failure.tsx'
import { PageLoading } from '../platform/states/page-loading.tsx'
import { CancellationReasonField } from './cancellation-reason-field.tsx'
import type { CancellationReason } from './cancellation-reasons.ts'
import { CancellationSums } from './cancellation-sums.tsx'
import { StayChoice } from './stay-choice.tsx'
import { useCancellationPreview } from './use-cancellation-preview.ts'

type CancelOrderDialogProps = { order: Order; onClose: () => void }

/** Choose the rooms, see to the point what comes back, say why, send the digest of what was seen. */
export const CancelOrderDialog = ({ order, onClose }: CancelOrderDialogProps) => {
  const t = useText()
  const cancellable = order.stays.filter(({ allowedActions }) => allowedActions.includes('cancel'))
  const [chosen, setChosen] = useState(() => cancellable.map(({ id }) => id))
  const [code, setCode] = useState<CancellationReason | ''>('')
  const stayIds = chosen.filter((id) => cancellable.some((stay) => stay.id === id))
  const { data: preview, error, isFetching, refetch } = useCancellationPreview(order.id, stayIds)

  return (
    <CommandDialog
      title={t('cancellation.title', { number: order.number })}
      confirm={t(
        preview?.needsApproval === false ? 'cancellation.submitNow' : 'cancellation.submitRequest',
      )}
      tone="error"
      reason="required"
      maxWidth="sm"
      ready={preview !== undefined && !isFetching && stayIds.length > 0}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/orders/{id}/cancel', {
            params: { path: { id: order.id }, header: commandHeaders(key) },
            body: {
              stayIds,
              reason,
              digest: preview?.digest ?? '',
              ...(code && { reasonCode: code }),
            },
          }),
        )
      }
      done={({ approval }) => t(approval ? 'cancellation.requested' : 'cancellation.cancelled')}
      onDone={onClose}
      onClose={onClose}
    >
      <StayChoice stays={cancellable} chosen={stayIds} onChange={setChosen} />
      {stayIds.length > 0 && error && !preview ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : null}
      {stayIds.length > 0 && !error && !preview ? <PageLoading /> : null}
      {preview && stayIds.length > 0 ? (
        <>
          <CancellationSums sums={preview} />
          <Alert severity={preview.needsApproval ? 'info' : 'warning'}>
            {t(preview.needsApproval ? 'cancellation.needsApproval' : 'cancellation.atOnce')}
          </Alert>
          <CancellationReasonField value={code} onChange={setCode} />
        </>
      ) : null}
    </CommandDialog>
  )
}
