import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useProperty } from '../session/use-property.ts'
import { useSession } from '../session/use-session.ts'
import { AccountItems } from './account-items.tsx'

/** Who is signed in, as what, and what can be done about it. */
export const AccountMenu = () => {
  const t = useText()
  const session = useSession()
  const property = useProperty()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const roles = session?.roles.filter((held) => held.propertyId === property?.id) ?? []

  return (
    <>
      <IconButton
        aria-label={t('account.menu')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleOutlined />
      </IconButton>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('account.menu'), elevation: 6 } }}
      >
        <Box sx={{ px: 2, pt: 1.5, pb: 1.5, minWidth: 220 }}>
          <Typography sx={{ fontWeight: 600 }}>{session?.actor.displayName}</Typography>
          <Typography variant="caption" color="text.secondary">
            {roles.map(({ role }) => t(`account.roles.${role}`)).join(' / ')}
          </Typography>
        </Box>
        <Divider />
        <AccountItems onChosen={close} />
      </Popover>
    </>
  )
}
