import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormLabel from '@mui/material/FormLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import type { NightCalendar } from '../../api/records.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { ProblemNotice } from '../../platform/commands/problem-notice.tsx'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { chosenRange } from './chosen-range.ts'
import type { Selection } from './night-selection.ts'
import { RatePreviewTable } from './rate-preview-table.tsx'
import { CHANGES, draftOf, type RateDraft, wishOf } from './rate-draft.ts'
import { useRatePreview } from './use-rate-preview.ts'
import { useWeekdays } from './use-weekdays.ts'

type EditRatesDialogProps = {
  calendar: NightCalendar
  selection: Selection | null
  onClose: () => void
  onDone: () => void
}

/** Which nights, what becomes of them; what that means for each night is below before it is saved. */
export const EditRatesDialog = ({ calendar, selection, onClose, onDone }: EditRatesDialogProps) => {
  const t = useText()
  const [draft, setDraft] = useState(() => draftOf(chosenRange(calendar, selection)))
  const change = (changes: Partial<RateDraft>) => setDraft({ ...draft, ...changes })
  const wish = wishOf(draft)
  const { data: preview, error, isFetching } = useRatePreview(wish)
  const ready = wish !== null && preview !== undefined && !isFetching && !error

  return (
    <CommandDialog
      title={t('rates.editTitle')}
      confirm={t('rates.save', { smart_count: preview?.nights.length ?? 0 })}
      maxWidth="md"
      ready={ready && preview.nights.length > 0}
      send={(key) =>
        answerOf(
          api.POST('/v1/rate-edits', {
            params: { header: commandHeaders(key) },
            body: {
              ...(wish as NonNullable<typeof wish>),
              propertyId: preview?.propertyId ?? '',
              digest: preview?.digest ?? '',
            },
          }),
        )
      }
      done={({ nights }) => t('rates.saved', { smart_count: nights })}
      onDone={onDone}
      onClose={onClose}
    >
      <RateFields calendar={calendar} draft={draft} onChange={change} />
      {wish ? <ProblemNotice error={error} /> : null}
      {wish && !error && preview ? (
        <>
          {preview.unpriced > 0 ? (
            <Alert severity="warning">
              {t('rates.unpriced', { smart_count: preview.unpriced })}
            </Alert>
          ) : null}
          <RatePreviewTable calendar={calendar} preview={preview} />
        </>
      ) : null}
      {!wish ? <Alert severity="info">{t('rates.incomplete')}</Alert> : null}
    </CommandDialog>
  )
}

type RateFieldsProps = {
  calendar: NightCalendar
  draft: RateDraft
  onChange: (changes: Partial<RateDraft>) => void
}

const RateFields = ({ calendar, draft, onChange }: RateFieldsProps) => {
  const t = useText()
  const named = useNamed()
  const weekdays = useWeekdays()
  const takesValue = draft.change !== 'stop' && draft.change !== 'clear'
  const types = calendar.roomTypes.map((type) => ({ value: type.roomTypeId, label: named(type) }))
  return (
    <>
      <ChoiceChips
        label={t('nights.roomType')}
        choices={types}
        chosen={draft.roomTypeIds}
        onChange={(roomTypeIds) => onChange({ roomTypeIds })}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <DayField
          label={t('rates.fromNight')}
          value={draft.fromNight}
          onChange={(fromNight) => onChange({ fromNight })}
        />
        <DayField
          label={t('rates.untilNight')}
          value={draft.untilNight}
          onChange={(untilNight) => onChange({ untilNight })}
        />
      </Box>
      <ChoiceChips
        label={t('rates.weekdays')}
        choices={weekdays}
        chosen={draft.weekdays}
        onChange={(chosen) => onChange({ weekdays: chosen })}
      />
      <FormControl component="fieldset">
        <FormLabel component="legend" sx={{ mb: 1 }}>
          {t('rates.what')}
        </FormLabel>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <TextField
            select
            label={t('rates.change')}
            value={draft.change}
            onChange={(event) => onChange({ change: event.target.value as RateDraft['change'] })}
          >
            {CHANGES.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`rates.changes.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {takesValue ? (
            <TextField
              label={t(draft.change === 'percent' ? 'rates.percent' : 'rates.points')}
              value={draft.value}
              onChange={(event) => onChange({ value: event.target.value })}
              helperText={draft.change === 'set' ? undefined : t('rates.negative')}
              slotProps={{ htmlInput: { inputMode: 'text' } }}
            />
          ) : null}
        </Box>
      </FormControl>
    </>
  )
}
