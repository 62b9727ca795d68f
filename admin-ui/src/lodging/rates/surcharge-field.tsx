import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useText } from '../../platform/i18n/use-text.ts'
import type { SurchargeDraft } from './rules-draft.ts'

type SurchargeFieldProps = {
  label: string
  value: SurchargeDraft
  onChange: (value: SurchargeDraft) => void
}

/** How much a day is dearer or cheaper; empty: it is not. */
export const SurchargeField = ({ label, value, onChange }: SurchargeFieldProps) => {
  const t = useText()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 96px', gap: 1 }}>
      <TextField
        size="small"
        label={label}
        value={value.value}
        placeholder={t('rules.noSurcharge')}
        onChange={(event) => onChange({ ...value, value: event.target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        select
        size="small"
        value={value.kind}
        onChange={(event) =>
          onChange({ ...value, kind: event.target.value as SurchargeDraft['kind'] })
        }
        slotProps={{ htmlInput: { 'aria-label': t('rules.unitOf', { label }) } }}
      >
        <MenuItem value="percent">{t('rules.units.percent')}</MenuItem>
        <MenuItem value="plus">{t('rules.units.plus')}</MenuItem>
      </TextField>
    </Box>
  )
}
