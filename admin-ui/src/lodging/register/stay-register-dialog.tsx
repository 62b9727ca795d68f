import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { GuestInBrief, RegisteredStay, Stay } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useIsPhone } from '../../platform/layout/use-screen.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { PageLoading } from '../../platform/states/page-loading.tsx'
import { useCountries } from '../arrival/use-countries.ts'
import { EditGuestDialog } from './edit-guest-dialog.tsx'

/** The register of one stay in brief; a line is put right, or a companion added, in a dialog of its own. */
export const StayRegisterDialog = ({ stay, onClose }: { stay: Stay; onClose: () => void }) => {
  const t = useText()
  const titleId = useId()
  const isPhone = useIsPhone()
  const [edited, setEdited] = useState<GuestInBrief | 'new' | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['guest-register', 'stay', stay.id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/stays/{id}/guests', { params: { path: { id: stay.id } }, signal })),
  })
  const registered = data?.stays[0]

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId} component="h2">
        {t('register.titleOfRoom', { number: stay.roomNumber })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        {!data && error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <PageLoading /> : null}
        {registered ? <Recognised stay={registered} /> : null}
        {registered?.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onEdit={() => setEdited(entry)} />
        ))}
        {registered?.entries.length === 0 ? (
          <Typography color="text.secondary">{t('register.empty')}</Typography>
        ) : null}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        {stay.status === 'in_house' ? (
          <Button onClick={() => setEdited('new')} sx={{ mr: 'auto' }}>
            {t('arrival.addGuest')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('actions.close')}</Button>
      </DialogActions>
      {edited && registered ? (
        <EditGuestDialog
          stay={registered}
          entry={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Dialog>
  )
}

const Recognised = ({ stay }: { stay: RegisteredStay }) => {
  const t = useText()
  const { moment } = useFormats()
  if (!stay.identity) return null
  const { method, document, confirmedBy, confirmedAt } = stay.identity
  return (
    <Typography variant="body2" color="text.secondary">
      {`${t(`arrival.methods.${method}`)} · ${t(`arrival.documents.${document}`)} · ${confirmedBy} · ${moment(confirmedAt)}`}
    </Typography>
  )
}

const EntryRow = ({ entry, onEdit }: { entry: GuestInBrief; onEdit: () => void }) => {
  const t = useText()
  const { day } = useFormats()
  const { nameOf } = useCountries()
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        borderTop: 1,
        borderColor: 'divider',
        pt: 1,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {entry.name ?? t('register.forgotten')}
          {entry.representative ? ` · ${t('arrival.representative')}` : ''}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {[nameOf(entry.nationality), entry.addressHint, entry.passportHint]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {t('register.keptUntil', { date: day(entry.retainUntil, 'numeric') })}
        </Typography>
      </Box>
      {entry.name ? (
        <Button size="small" onClick={onEdit} aria-label={`${t('register.edit')} ${entry.name}`}>
          {t('register.edit')}
        </Button>
      ) : null}
    </Box>
  )
}
