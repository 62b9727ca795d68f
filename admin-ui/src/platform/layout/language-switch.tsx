import Check from '@mui/icons-material/Check'
import ListItemIcon from '@mui/material/ListItemIcon'
import MenuItem from '@mui/material/MenuItem'
import { useLocaleState } from 'react-admin'
import type { Locale } from '../i18n/text-key.ts'
import { useText } from '../i18n/use-text.ts'

const languages: Locale[] = ['ja', 'en']

export const LanguageSwitch = ({ onChosen, ...item }: { onChosen: () => void }) => {
  const t = useText()
  const [locale, setLocale] = useLocaleState()
  return languages.map((language) => (
    <MenuItem
      {...item}
      key={language}
      role="menuitemradio"
      aria-checked={language === locale}
      lang={language}
      onClick={() => {
        onChosen()
        setLocale(language)
      }}
    >
      <ListItemIcon>{language === locale ? <Check fontSize="small" /> : null}</ListItemIcon>
      {t(`account.${language}`)}
    </MenuItem>
  ))
}
