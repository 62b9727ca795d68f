import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { useDocumentLanguage } from '../i18n/use-document-language.ts'
import { useText } from '../i18n/use-text.ts'
import { BrandMark } from '../layout/brand-mark.tsx'
import { usePageTitle } from '../layout/use-page-title.ts'
import { dye } from '../themes/palette.ts'
import { PasswordField } from './password-field.tsx'
import { LoginField } from './login-field.tsx'
import { OtherLanguage } from './other-language.tsx'
import { useSignIn } from './use-sign-in.ts'

export const SignInPage = () => {
  const t = useText()
  useDocumentLanguage()
  usePageTitle(t('session.title'))
  const { submit, isPending, trouble } = useSignIn()

  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, bgcolor: dye.washi }}
    >
      <Box sx={{ width: '100%', maxWidth: 400 }}>
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, mb: 3, textAlign: 'center' }}>
          <BrandMark size={56} />
          <Typography
            component="p"
            sx={{ fontSize: '1.5rem', fontWeight: 700, letterSpacing: '0.2em', pl: '0.2em' }}
          >
            {t('brand.name')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('brand.tagline')}
          </Typography>
        </Box>
        <Card sx={{ p: { xs: 2.5, sm: 4 } }}>
          <Typography variant="h1" sx={{ fontSize: '1.25rem' }}>
            {t('session.title')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
            {t('session.lead')}
          </Typography>
          <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
            <Box role="alert" sx={{ display: 'contents' }}>
              {trouble ? <Alert severity="error">{trouble}</Alert> : null}
            </Box>
            <LoginField />
            <PasswordField />
            <Button type="submit" size="large" variant="contained" loading={isPending}>
              {t('session.submit')}
            </Button>
          </Box>
        </Card>
        <OtherLanguage />
      </Box>
    </Box>
  )
}
