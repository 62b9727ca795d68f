import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLogout, useNavigate } from 'react-admin'
import { useText } from '../i18n/use-text.ts'
import { useProperty } from '../session/use-property.ts'
import { usePermission, useSession } from '../session/use-session.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** Who is signed in, in which language, and the way out. */
export const AccountMenu = () => {
  const t = useText()
  const logout = useLogout()
  const navigate = useNavigate()
  const session = useSession()
  const property = useProperty()
  const mayReadCases = usePermission('case.read')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const roles = session?.roles.filter((held) => held.propertyId === property?.id) ?? []

  return (
    <>
      <IconButton
        aria-label={t('account.menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleOutlined />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box component="li" role="presentation" sx={{ px: 2, pt: 1, pb: 1.5, minWidth: 220 }}>
          <Typography sx={{ fontWeight: 600 }}>{session?.actor.displayName}</Typography>
          <Typography variant="caption" color="text.secondary">
            {roles.map(({ role }) => t(`account.roles.${role}`)).join(' / ')}
          </Typography>
        </Box>
        <Divider component="li" />
        <LanguageSwitch onChosen={close} />
        <Divider component="li" />
        {mayReadCases ? (
          <MenuItem
            sx={{ display: { md: 'none' } }}
            onClick={() => {
              close()
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
      </Menu>
    </>
  )
}
