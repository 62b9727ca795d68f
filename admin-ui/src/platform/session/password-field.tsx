import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'

export const PasswordField = () => {
  const t = useText()
  const [visible, setVisible] = useState(false)
  const toggle = (
    <InputAdornment position="end">
      <IconButton
        aria-label={t(visible ? 'session.hide' : 'session.show')}
        aria-pressed={visible}
        onClick={() => setVisible(!visible)}
        edge="end"
      >
        {visible ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
      </IconButton>
    </InputAdornment>
  )
  return (
    <TextField
      name="password"
      type={visible ? 'text' : 'password'}
      label={t('session.password')}
      autoComplete="current-password"
      fullWidth
      slotProps={{ input: { endAdornment: toggle } }}
    />
  )
}
