import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useLocaleState } from 'react-admin'
import { useText } from '../i18n/use-text.ts'

/** Before anybody is signed in, the language is one touch away. */
export const OtherLanguage = () => {
  const t = useText()
  const [locale, setLocale] = useLocaleState()
  const other = locale === 'en' ? 'ja' : 'en'
  return (
    <Box sx={{ textAlign: 'center', mt: 2.5 }}>
      <Link
        component="button"
        type="button"
        lang={other}
        onClick={() => setLocale(other)}
        sx={{ p: 1, fontSize: '0.875rem' }}
      >
        {t(`account.${other}`)}
      </Link>
    </Box>
  )
}
