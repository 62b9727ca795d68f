import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { TextInput, useRecordContext } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { Member } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { IdentityFields } from './identity-fields.tsx'

/** What only a known member's form has: another document, and why a date of birth was wrong. */
export const ChangeFields = () => {
  const t = useText()
  const member = useRecordContext<Member>()
  const birthDate: unknown = useWatch({ name: 'birthDate' })
  const isMoved = Boolean(birthDate) && birthDate !== member?.birthDate
  const required = (value: unknown) => (value ? undefined : t('commands.reasonMissing'))
  return (
    <>
      {isMoved ? (
        <TextInput
          source="reason"
          label={t('members.birthDateReason')}
          helperText={t('commands.reasonHelp')}
          validate={required}
          required
          autoComplete="off"
        />
      ) : null}
      <Box sx={{ gridColumn: '1 / -1', mt: 1 }}>
        <Typography component="h2" variant="h2">
          {t('identity.replace')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {t('identity.replaceHelp')}
        </Typography>
      </Box>
      <IdentityFields optional />
    </>
  )
}
