import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined'
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
import { CancellationSums } from './cancellation-sums.tsx'
import { VerbButton } from './verb-button.tsx'

/** A guest leaves before his day: what he would be given back is seen before he does. */
export const DepartEarlyButton = ({ stay }: { stay: Stay }) => {
  const t = useText()
  const [asked, setAsked] = useState<Stay | null>(null)
  return (
    <>
      {stay.allowedActions.includes('depart_early') ? (
        <VerbButton
          label={t('stays.departEarly.action')}
          about={stay.roomNumber}
          icon={DirectionsWalkOutlined}
          compact={false}
          strong={false}
          onClick={() => setAsked(stay)}
        />
      ) : null}
      {asked ? <DepartEarlyDialog stay={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

const DepartEarlyDialog = ({ stay, onClose }: { stay: Stay; onClose: () => void }) => {
  const t = useText()
  const { data: preview, error, isFetching, refetch } = useDeparturePreview(stay.id)
  return (
    <CommandDialog
      title={t('stays.departEarly.title', { number: stay.roomNumber })}
      confirm={t('stays.departEarly.confirm')}
      reason="required"
      maxWidth="sm"
      ready={preview !== undefined && !isFetching}
      send={(key, reason) =>
        answerOf(
          api.POST('/v1/stays/{id}/depart-early', {
            params: { path: { id: stay.id }, header: commandHeaders(key) },
            body: { reason, digest: preview?.digest ?? '' },
          }),
        )
      }
      done={({ approval }) => t(approval ? 'stays.departEarly.asked' : 'stays.departEarly.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('stays.departEarly.ask')}</Typography>
      {error && !preview ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!error && !preview ? <PageLoading /> : null}
      {preview ? (
        <>
          <CancellationSums sums={preview} />
          <Alert severity={preview.needsApproval ? 'info' : 'warning'}>
            {t(preview.needsApproval ? 'stays.departEarly.approval' : 'stays.departEarly.nothing')}
          </Alert>
        </>
      ) : null}
    </CommandDialog>
  )
}

const useDeparturePreview = (stayId: string) =>
  useQuery({
    queryKey: ['stays', 'early-departure-preview', stayId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/stays/{id}/early-departure-preview', {
          params: { path: { id: stayId } },
          signal,
        }),
      ),
  })
