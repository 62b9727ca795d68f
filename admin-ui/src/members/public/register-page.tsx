import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Form, LinkBase, useLocaleState, useParams } from 'react-admin'
import { answerOf, api } from '../../api/client.ts'
import { isProblem } from '../../api/problem.ts'
import type { Registration } from '../../api/records.ts'
import { ProblemNotice } from '../../platform/commands/problem-notice.tsx'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { IdentityFields } from '../identity-fields.tsx'
import { MemberFields } from '../member-fields.tsx'
import { PublicPage } from './public-page.tsx'

/** `/#/register/<property code>`: a guest becomes a member from home; the mail makes it true. */
export const RegisterPage = () => {
  const t = useText()
  const [locale] = useLocaleState()
  const { code = '' } = useParams()
  const [sent, setSent] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['registration-form', code],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/registration-forms/{propertyCode}', {
          params: { path: { propertyCode: code } },
          signal,
        }),
      ),
  })
  const house = data && (locale === 'en' ? data.nameEn : data.name)
  if (error && !data)
    return (
      <PublicPage title={t('registration.title')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </PublicPage>
    )
  if (sent !== null)
    return (
      <PublicPage title={t('registration.sentTitle')} house={house}>
        <Sent expiresAt={sent} />
      </PublicPage>
    )
  return (
    <PublicPage title={t('registration.title')} lead={t('registration.lead')} house={house}>
      {data ? (
        <RegistrationForm propertyCode={code} onSent={setSent} />
      ) : (
        <Skeleton variant="rounded" height={360} />
      )}
    </PublicPage>
  )
}

type RegistrationFormProps = { propertyCode: string; onSent: (expiresAt: string) => void }

const RegistrationForm = ({ propertyCode, onSent }: RegistrationFormProps) => {
  const t = useText()
  const [locale] = useLocaleState()
  const ask = useMutation({
    mutationFn: (typed: Omit<Registration, 'propertyCode' | 'locale'>) =>
      answerOf(
        api.POST('/v1/registrations', {
          body: { ...typed, propertyCode, locale: locale === 'en' ? 'en' : 'ja' },
        }),
      ),
    onSuccess: ({ expiresAt }) => onSent(expiresAt),
  })
  /** What the house finds wrong with a field stands beside the field; what was typed stays. */
  const submit = async (typed: unknown) => {
    try {
      await ask.mutateAsync(typed as Registration)
      return undefined
    } catch (error) {
      return isProblem(error) ? error.body.errors : undefined
    }
  }
  const isOfFields = isProblem(ask.error) && ask.error.body.errors !== undefined
  return (
    <Form mode="onBlur" disableInvalidFormNotification onSubmit={submit} noValidate>
      <MemberFields isPublic>
        <IdentityFields />
      </MemberFields>
      <Typography variant="body2" color="text.secondary" sx={{ my: 2 }}>
        {t('registration.privacy')}
      </Typography>
      {isOfFields ? <Alert severity="error">{t('registration.checkFields')}</Alert> : null}
      {ask.error && !isOfFields ? <ProblemNotice error={ask.error} /> : null}
      <Button
        type="submit"
        size="large"
        variant="contained"
        fullWidth
        loading={ask.isPending}
        sx={{ mt: 2 }}
      >
        {t('registration.submit')}
      </Button>
    </Form>
  )
}

const Sent = ({ expiresAt }: { expiresAt: string }) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2, mt: 1 }}>
      <Typography>{t('registration.sent')}</Typography>
      <Typography color="text.secondary">
        {t('registration.until', { at: moment(expiresAt, 'full') })}
      </Typography>
      <Button component={LinkBase} to="/confirm" variant="contained" size="large">
        {t('registration.enterCode')}
      </Button>
    </Box>
  )
}
