import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Stay } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { ProblemNotice } from '../platform/commands/problem-notice.tsx'
import { addDays } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'
import { SumRow } from '../platform/layout/sum-row.tsx'
import { PageLoading } from '../platform/states/page-loading.tsx'

type ExtendStayDialogProps = { stay: Stay; onClose: () => void }

/** New dates, what the nights cost today, and what is left afterwards; the digest of what was seen is sent. */
export const ExtendStayDialog = ({ stay, onClose }: ExtendStayDialogProps) => {
  const t = useText()
  const [dates, setDates] = useState({
    checkIn: stay.checkIn,
    checkOut: addDays(stay.checkOut, 1),
  })
  const { data: preview, error, isFetching } = useExtensionPreview(stay.id, dates)
  const affordable = preview !== undefined && preview.balance >= preview.total

  return (
    <CommandDialog
      title={t('stays.extend.title', { number: stay.roomNumber })}
      confirm={t('stays.extend.confirm')}
      maxWidth="sm"
      ready={affordable && !isFetching && !error}
      send={(key) =>
        answerOf(
          api.POST('/v1/stays/{id}/extend', {
            params: { path: { id: stay.id }, header: commandHeaders(key) },
            body: { ...dates, digest: preview?.digest ?? '' },
          }),
        )
      }
      done={t('stays.extend.done')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography variant="body2">{t('stays.extend.lead')}</Typography>
      {stay.status === 'confirmed' ? (
        <DayField
          label={t('stays.extend.checkIn')}
          value={dates.checkIn}
          onChange={(checkIn) => setDates({ ...dates, checkIn })}
        />
      ) : null}
      <DayField
        label={t('stays.extend.checkOut')}
        value={dates.checkOut}
        min={stay.checkOut}
        onChange={(checkOut) => setDates({ ...dates, checkOut })}
      />
      <ProblemNotice error={error} />
      {!error && !preview ? <PageLoading /> : null}
      {!error && preview ? <ExtensionSums preview={preview} /> : null}
    </CommandDialog>
  )
}

const useExtensionPreview = (stayId: string, dates: { checkIn: string; checkOut: string }) =>
  useQuery({
    queryKey: ['stays', 'extension-preview', stayId, dates],
    queryFn: ({ signal }) => {
      const params = { path: { id: stayId }, query: dates }
      return answerOf(api.GET('/v1/stays/{id}/extension-preview', { params, signal }))
    },
    enabled: dates.checkIn !== '' && dates.checkOut !== '',
    placeholderData: keepPreviousData,
  })

type Preview = NonNullable<ReturnType<typeof useExtensionPreview>['data']>

const ExtensionSums = ({ preview }: { preview: Preview }) => {
  const t = useText()
  const { day, points } = useFormats()
  return (
    <>
      <Box role="group" aria-label={t('stays.extend.sums')}>
        {preview.nights.map(({ night, amount }) => (
          <SumRow key={night} label={day(night)} value={points(amount)} />
        ))}
        <Divider sx={{ my: 0.5 }} />
        <SumRow label={t('stays.extend.total')} value={points(preview.total)} strong />
        <SumRow label={t('stays.extend.balance')} value={points(preview.balance)} />
      </Box>
      {preview.balance < preview.total ? (
        <Alert severity="error">{t('stays.extend.short')}</Alert>
      ) : null}
      {preview.reseated > 0 ? (
        <Alert severity="info">
          {t('stays.extend.reseated', { smart_count: preview.reseated })}
        </Alert>
      ) : null}
    </>
  )
}
