import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useId } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import type { IdentityDraft } from './arrival-draft.ts'

const methods = ['face_to_face', 'ict'] as const
const documents = [
  'driving_licence',
  'passport',
  'residence_card',
  'my_number_card',
  'other',
] as const

type IdentityStepProps = {
  identity: IdentityDraft
  asked: boolean
  onChange: (identity: IdentityDraft) => void
}

/** How and by which paper the guests were recognised. Numbers are not asked for, and not written down. */
export const IdentityStep = ({ identity, asked, onChange }: IdentityStepProps) => {
  const t = useText()
  const missing = asked && identity.document === null
  const unseen = asked && !identity.everyGuest
  return (
    <>
      <Choice
        label={t('arrival.method')}
        value={identity.method}
        values={methods}
        nameOf={(value) => t(`arrival.methods.${value}`)}
        help={t('arrival.methodHelp')}
        onChange={(method) => onChange({ ...identity, method })}
      />
      <Choice
        label={t('arrival.document')}
        value={identity.document}
        values={documents}
        nameOf={(value) => t(`arrival.documents.${value}`)}
        help={missing ? t('arrival.documentMissing') : t('arrival.documentHelp')}
        error={missing}
        autoFocus
        onChange={(document) => onChange({ ...identity, document })}
      />
      <FormControl error={unseen}>
        <FormControlLabel
          control={
            <Checkbox
              checked={identity.everyGuest}
              onChange={(event) => onChange({ ...identity, everyGuest: event.target.checked })}
            />
          }
          label={t('arrival.everyGuest')}
        />
        {unseen ? <FormHelperText>{t('arrival.everyGuestMissing')}</FormHelperText> : null}
      </FormControl>
    </>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T | null
  values: readonly T[]
  nameOf: (value: T) => string
  help: string
  error?: boolean
  autoFocus?: boolean
  onChange: (value: T) => void
}

const Choice = <T extends string>(props: ChoiceProps<T>) => {
  const { label, value, values, nameOf, help, error = false, autoFocus = false, onChange } = props
  const id = useId()
  return (
    <FormControl error={error}>
      <FormLabel id={id}>{label}</FormLabel>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={`${id}-help`}
        value={value ?? ''}
        onChange={(_, chosen) => onChange(chosen as T)}
      >
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
          }}
        >
          {values.map((one, index) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio autoFocus={autoFocus && (value ? one === value : index === 0)} />}
              label={nameOf(one)}
            />
          ))}
        </Box>
      </RadioGroup>
      <FormHelperText id={`${id}-help`}>{help}</FormHelperText>
    </FormControl>
  )
}
