import TextField from '@mui/material/TextField'
import { useText } from '../i18n/use-text.ts'

const REASON_MAX_LENGTH = 500

type ReasonFieldProps = {
  required: boolean
  value: string
  missing: boolean
  onChange: (text: string) => void
}

export const ReasonField = ({ required, value, missing, onChange }: ReasonFieldProps) => {
  const t = useText()
  return (
    <TextField
      label={t(required ? 'commands.reasonRequired' : 'commands.reasonOptional')}
      helperText={t(missing ? 'commands.reasonMissing' : 'commands.reasonHelp')}
      error={missing}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      multiline
      minRows={2}
      maxRows={6}
      fullWidth
      slotProps={{ htmlInput: { maxLength: REASON_MAX_LENGTH, 'aria-required': required } }}
    />
  )
}
