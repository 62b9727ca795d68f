import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { HouseDay } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { addDays, isDay } from '../../platform/formats/day.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'
import { Section } from '../../platform/layout/section.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { useBusinessDate } from '../use-business-date.ts'

const KINDS = ['closed', 'holiday', 'ordinary'] as const
/** As far as one question reaches. */
const DAYS_AHEAD = 399

/** Where the house's calendar differs from the nation's, for a year and a month ahead. */
export const HouseDaysSection = () => {
  const t = useText()
  const named = useNamed()
  const { day } = useFormats()
  const today = useBusinessDate()
  const propertyId = useProperty()?.id ?? ''
  const mayEdit = usePermission('rate.edit')
  const [asking, setAsking] = useState<'new' | HouseDay | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['availability', 'calendar-days', propertyId, today],
    queryFn: ({ signal }) => {
      const fromNight = today ?? ''
      const query = { fromNight, untilNight: addDays(fromNight, DAYS_AHEAD) }
      const params = { path: { id: propertyId }, query }
      return answerOf(api.GET('/v1/properties/{id}/calendar-days', { params, signal }))
    },
    enabled: propertyId !== '' && today !== null,
  })
  return (
    <Section
      title={t('houseDays.title')}
      help={t('houseDays.help')}
      aside={
        mayEdit ? (
          <Button variant="outlined" onClick={() => setAsking('new')}>
            {t('houseDays.add')}
          </Button>
        ) : null
      }
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.days.length === 0 ? (
        <Typography color="text.secondary">{t('houseDays.none')}</Typography>
      ) : null}
      {data?.days.map((one) => (
        <Box
          key={one.day}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, minHeight: 44 }}
        >
          <Box component="span" sx={{ fontWeight: 600, minWidth: 140 }}>
            {day(one.day, 'long')}
          </Box>
          <Box component="span" sx={{ flex: 1 }}>
            {t(`houseDays.kinds.${one.kind}`)} · {named(one)}
          </Box>
          {mayEdit ? <Button onClick={() => setAsking(one)}>{t('houseDays.remove')}</Button> : null}
        </Box>
      ))}
      {asking === 'new' && today ? (
        <MarkDayDialog propertyId={propertyId} today={today} onClose={() => setAsking(null)} />
      ) : null}
      {asking && asking !== 'new' ? (
        <ForgetDayDialog propertyId={propertyId} day={asking} onClose={() => setAsking(null)} />
      ) : null}
    </Section>
  )
}

type Marked = Omit<HouseDay, 'kind'> & { kind: HouseDay['kind'] | 'national' }

const sendDay = (propertyId: string, key: string, body: Marked) =>
  answerOf(
    api.POST('/v1/properties/{id}/calendar-days', {
      params: { path: { id: propertyId }, header: commandHeaders(key) },
      body,
    }),
  )

type MarkDayDialogProps = { propertyId: string; today: string; onClose: () => void }

const MarkDayDialog = ({ propertyId, today, onClose }: MarkDayDialogProps) => {
  const t = useText()
  const [draft, setDraft] = useState<HouseDay>({
    day: addDays(today, 1),
    kind: 'closed',
    name: '',
    nameEn: '',
  })
  return (
    <CommandDialog
      title={t('houseDays.addTitle')}
      confirm={t('actions.save')}
      ready={isDay(draft.day) && draft.name.trim() !== ''}
      send={(key) =>
        sendDay(propertyId, key, { ...draft, nameEn: draft.nameEn.trim() || draft.name })
      }
      done={t('houseDays.saved')}
      onDone={onClose}
      onClose={onClose}
    >
      <DayField
        label={t('houseDays.day')}
        value={draft.day}
        min={today}
        onChange={(chosen) => setDraft({ ...draft, day: chosen })}
        sx={{ mt: 1 }}
      />
      <TextField
        select
        label={t('houseDays.kind')}
        value={draft.kind}
        onChange={(event) => setDraft({ ...draft, kind: event.target.value as HouseDay['kind'] })}
        helperText={t(`houseDays.meanings.${draft.kind}`)}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`houseDays.kinds.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('houseDays.name')}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <TextField
        label={t('houseDays.nameEn')}
        value={draft.nameEn}
        onChange={(event) => setDraft({ ...draft, nameEn: event.target.value })}
      />
    </CommandDialog>
  )
}

type ForgetDayDialogProps = { propertyId: string; day: HouseDay; onClose: () => void }

const ForgetDayDialog = ({ propertyId, day, onClose }: ForgetDayDialogProps) => {
  const t = useText()
  const formats = useFormats()
  return (
    <CommandDialog
      title={t('houseDays.removeTitle')}
      confirm={t('houseDays.remove')}
      send={(key) => sendDay(propertyId, key, { ...day, kind: 'national' })}
      done={t('houseDays.removed')}
      onDone={onClose}
      onClose={onClose}
    >
      <Typography>{t('houseDays.removeAsk', { day: formats.day(day.day, 'long') })}</Typography>
    </CommandDialog>
  )
}
