import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { DateInput, TextInput } from 'react-admin'
import type { TextKey } from '../platform/i18n/text-key.ts'
import { useText } from '../platform/i18n/use-text.ts'

/**
 * Who somebody is and how to reach him; what belongs to one form only comes as children. Only presence is asked
 * here; what is a valid kana or phone the house says, in the same words everywhere.
 */
export const MemberFields = ({
  isPublic = false,
  children,
}: {
  /** A guest fills it in himself: he needs a mail address, and his browser may help. */
  isPublic?: boolean
  children?: ReactNode
}) => {
  const t = useText()
  const required = (value: unknown) => (value ? undefined : t('members.required' satisfies TextKey))
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 1.5,
        gridTemplateColumns: isPublic ? '1fr' : { sm: '1fr 1fr' },
      }}
    >
      <TextInput
        source="name"
        label={t('members.name')}
        validate={required}
        required
        autoComplete={isPublic ? 'name' : 'off'}
      />
      <TextInput
        source="kana"
        label={t('members.kana')}
        validate={required}
        required
        helperText={t('members.kanaHelp')}
        autoComplete="off"
      />
      <DateInput
        source="birthDate"
        label={t('members.birthDate')}
        validate={required}
        required
        parse={asDay}
        size="medium"
      />
      <TextInput
        source="phone"
        type="tel"
        label={t('members.phone')}
        validate={required}
        required
        helperText={t('members.phoneHelp')}
        autoComplete={isPublic ? 'tel' : 'off'}
      />
      <TextInput
        source="email"
        type="email"
        label={t('members.email')}
        autoComplete={isPublic ? 'email' : 'off'}
        {...(isPublic ? { validate: required, required: true } : {})}
      />
      {children}
    </Box>
  )
}

/** A day of birth has no zone: the string of the input is the value. */
const asDay = (text: string): string | null => text || null
