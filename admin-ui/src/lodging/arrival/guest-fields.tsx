import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import type { Licence } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type GuestDraft, type GuestField, needsPassport } from './arrival-draft.ts'
import { JAPAN } from './countries.ts'
import { type Country, useCountries } from './use-countries.ts'

type GuestFieldsProps = {
  guest: GuestDraft
  licence: Licence
  /** What is wrong with a field, in words. */
  problems: Partial<Record<GuestField, string>>
  autoFocus: boolean
  onChange: (guest: GuestDraft) => void
}

const LONGEST = { name: 200, address: 300, occupation: 100, contact: 100, passportNumber: 20 }

/** The columns of the guest register, as the dwelling's licence wants them. */
export const GuestFields = ({
  guest,
  licence,
  problems,
  autoFocus,
  onChange,
}: GuestFieldsProps) => {
  const t = useText()
  const { all } = useCountries()
  const country = all.find(({ code }) => code === guest.nationality) ?? null
  const text = (field: GuestField, focus = false) => (
    <TextField
      label={t(`arrival.fields.${field}`)}
      value={guest[field]}
      required
      autoFocus={focus}
      autoComplete="off"
      error={problems[field] !== undefined}
      helperText={problems[field] ?? null}
      onChange={(event) => onChange({ ...guest, [field]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: LONGEST[field] } }}
    />
  )
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {text('name', autoFocus)}
      {licence === 'home_sharing' ? text('occupation') : text('contact')}
      {guest.addressOf ? null : (
        <Box sx={{ gridColumn: '1 / -1', display: 'grid' }}>{text('address')}</Box>
      )}
      <Autocomplete<Country, false, true>
        options={all}
        value={country as Country}
        disableClearable
        autoHighlight
        getOptionKey={({ code }) => code}
        getOptionLabel={({ name }) => name}
        isOptionEqualToValue={(one, other) => one.code === other.code}
        onChange={(_, chosen) => onChange({ ...guest, nationality: chosen.code })}
        renderInput={(params) => <TextField {...params} label={t('arrival.fields.nationality')} />}
      />
      <FormControlLabel
        control={
          <Switch
            checked={guest.livesInJapan}
            onChange={(event) => onChange({ ...guest, livesInJapan: event.target.checked })}
          />
        }
        label={t('arrival.livesInJapan')}
      />
      {needsPassport(guest) ? text('passportNumber') : null}
      {!guest.livesInJapan && guest.nationality === JAPAN ? (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', alignSelf: 'center' }}>
          {t('arrival.noPassport')}
        </Box>
      ) : null}
    </Box>
  )
}
