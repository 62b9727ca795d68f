import { SelectInput, TextInput } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'

export const IDENTITY_TYPES = [
  'passport',
  'residence_card',
  'driving_licence',
  'foreign_id',
  'other',
] as const

/** Which document first: what a good number is depends on it. A personal number is never asked for. */
export const IdentityFields = ({ optional = false }: { optional?: boolean }) => {
  const t = useText()
  const required = (value: unknown) => (value ? undefined : t('members.required'))
  const asked = optional ? {} : { validate: required, required: true }
  return (
    <>
      <SelectInput
        source="identity.type"
        label={t('identity.type')}
        choices={IDENTITY_TYPES.map((id) => ({ id, name: t(`identity.types.${id}`) }))}
        {...asked}
      />
      <TextInput
        source="identity.number"
        label={t('identity.number')}
        helperText={t('identity.numberHelp')}
        autoComplete="off"
        {...asked}
      />
    </>
  )
}
