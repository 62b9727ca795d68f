import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useParams } from 'react-admin'
import { answerOf, api } from '../../api/client.ts'
import { ProblemNotice } from '../../platform/commands/problem-notice.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { PublicPage } from './public-page.tsx'

const PASSWORD_MIN = 10

/** `/#/confirm/<code>`: the mail's code and a password of one's own. Without a code in the address it is typed. */
export const ConfirmPage = () => {
  const t = useText()
  const { code: given = '' } = useParams()
  const [code, setCode] = useState(given)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/v1/registrations/{code}/confirm', {
          params: { path: { code: code.trim() } },
          body: { password },
        }),
      ),
  })
  const isShort = password.length < PASSWORD_MIN
  const isEmpty = code.trim() === ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isShort && !isEmpty && !confirm.isPending) confirm.mutate()
  }

  if (confirm.data)
    return (
      <PublicPage title={t('registration.doneTitle')}>
        <Welcome number={confirm.data.number} />
      </PublicPage>
    )
  return (
    <PublicPage title={t('registration.confirmTitle')} lead={t('registration.confirmLead')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <TextField
          label={t('registration.code')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={asked && isEmpty}
          helperText={t('registration.codeHelp')}
          slotProps={{ htmlInput: { autoComplete: 'one-time-code', autoCapitalize: 'characters' } }}
        />
        <TextField
          type="password"
          label={t('registration.password')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={asked && isShort}
          helperText={t('registration.passwordHelp')}
          slotProps={{ htmlInput: { autoComplete: 'new-password', maxLength: 200 } }}
        />
        <ProblemNotice error={confirm.error} />
        <Button type="submit" size="large" variant="contained" loading={confirm.isPending}>
          {t('registration.confirm')}
        </Button>
      </Box>
    </PublicPage>
  )
}

const Welcome = ({ number }: { number: string }) => {
  const t = useText()
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2, mt: 1 }}>
      <Alert severity="success">{t('registration.done')}</Alert>
      <div>
        <Typography variant="body2" color="text.secondary">
          {t('members.number')}
        </Typography>
        <Typography sx={{ fontSize: '1.5rem', fontWeight: 700 }}>{number}</Typography>
      </div>
    </Box>
  )
}
