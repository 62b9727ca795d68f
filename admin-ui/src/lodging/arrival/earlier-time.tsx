import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { ReasonField } from '../../platform/commands/reason-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

type EarlierTimeProps = {
  /** `YYYY-MM-DDTHH:mm` on the wall of the house. */
  at: string
  reason: string
  asked: boolean
  onChange: (at: string, reason: string) => void
}

/** When it really was, and why it is written down only now. */
export const EarlierTime = ({ at, reason, asked, onChange }: EarlierTimeProps) => {
  const t = useText()
  const missing = asked && at === ''
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <TextField
        type="datetime-local"
        label={t('arrival.at')}
        value={at}
        error={missing}
        helperText={missing ? t('arrival.missing') : t('arrival.atHelp')}
        onChange={(event) => onChange(event.target.value, reason)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ maxWidth: 280 }}
      />
      <ReasonField
        required
        value={reason}
        missing={asked && reason.trim() === ''}
        onChange={(text) => onChange(at, text)}
      />
    </Box>
  )
}
