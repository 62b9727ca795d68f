import Check from '@mui/icons-material/Check'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined'
import { useLocaleState, useLogout, useNavigate } from 'react-admin'
import type { Locale } from '../i18n/text-key.ts'
import { useText } from '../i18n/use-text.ts'
import { usePermission } from '../session/use-session.ts'

const languages: Locale[] = ['ja', 'en']

/** The language, what the bar of a phone has no room for, and the way out. */
export const AccountItems = ({ onChosen }: { onChosen: () => void }) => {
  const t = useText()
  const logout = useLogout()
  const navigate = useNavigate()
  const mayReadCases = usePermission('case.read')
  const [locale, setLocale] = useLocaleState()
  return (
    <MenuList autoFocusItem>
      {languages.map((language) => (
        <MenuItem
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
      ))}
      <Divider component="li" />
      {mayReadCases ? (
        <MenuItem
          sx={{ display: { md: 'none' } }}
          onClick={() => {
            onChosen()
            navigate('/cases')
          }}
        >
          <ListItemIcon>
            <NotificationImportantOutlined fontSize="small" />
          </ListItemIcon>
          {t('nav.cases')}
        </MenuItem>
      ) : null}
      <MenuItem onClick={() => void logout()}>
        <ListItemIcon>
          <LogoutOutlined fontSize="small" />
        </ListItemIcon>
        {t('account.signOut')}
      </MenuItem>
    </MenuList>
  )
}
