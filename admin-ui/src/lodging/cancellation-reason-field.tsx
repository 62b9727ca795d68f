import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useText } from '../platform/i18n/use-text.ts'
import { type CancellationReason, cancellationReasons } from './cancellation-reasons.ts'

type CancellationReasonFieldProps = {
  value: CancellationReason | ''
  onChange: (code: CancellationReason | '') => void
}

/** The kind of reason, for counting; nobody is made to choose. */
export const CancellationReasonField = ({ value, onChange }: CancellationReasonFieldProps) => {
  const t = useText()
  return (
    <TextField
      select
      fullWidth
      label={t('cancellationReason.label')}
      helperText={t('cancellationReason.help')}
      value={value}
      onChange={(event) => onChange(event.target.value as CancellationReason | '')}
    >
      <MenuItem value="">{t('cancellationReason.none')}</MenuItem>
      {cancellationReasons.map((code) => (
        <MenuItem key={code} value={code}>
          {t(`cancellationReasons.${code}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
