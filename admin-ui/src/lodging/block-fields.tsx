import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'

const kinds = ['maintenance', 'unavailable'] as const

export type BlockDraft = {
  kind: (typeof kinds)[number]
  fromNight: string
  /** The first day that it can be slept in again. */
  reopens: string
}
type BlockFieldsProps = { block: BlockDraft; onChange: (block: BlockDraft) => void }

export const BlockFields = ({ block, onChange }: BlockFieldsProps) => {
  const t = useText()
  const isWrong = block.reopens <= block.fromNight
  return (
    <>
      <Typography variant="body2">{t('block.ask')}</Typography>
      <TextField
        select
        label={t('block.kind')}
        value={block.kind}
        onChange={(event) => onChange({ ...block, kind: event.target.value as BlockDraft['kind'] })}
      >
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`block.kinds.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <DayField
        label={t('block.from')}
        value={block.fromNight}
        onChange={(fromNight) => onChange({ ...block, fromNight })}
      />
      <DayField
        label={t('block.until')}
        value={block.reopens}
        error={isWrong}
        helperText={t(isWrong ? 'block.spanWrong' : 'block.untilHelp')}
        onChange={(reopens) => onChange({ ...block, reopens })}
      />
    </>
  )
}
