import TextField from '@mui/material/TextField'
import { useText } from '../i18n/use-text.ts'

export const LoginField = () => {
  const t = useText()
  return (
    <TextField
      name="login"
      label={t('session.login')}
      autoComplete="username"
      autoFocus
      fullWidth
      slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
    />
  )
}
