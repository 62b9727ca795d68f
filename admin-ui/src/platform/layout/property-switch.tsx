import Button from '@mui/material/Button'
import MenuList from '@mui/material/MenuList'
import Popover from '@mui/material/Popover'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import UnfoldMore from '@mui/icons-material/UnfoldMore'
import { useState } from 'react'
import { useNamed, useText } from '../i18n/use-text.ts'
import { useProperty, usePropertyChoice } from '../session/use-property.ts'
import { useSession } from '../session/use-session.ts'

export const PropertySwitch = () => {
  const t = useText()
  const named = useNamed()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [, choose] = usePropertyChoice()
  const properties = useSession()?.properties ?? []
  const property = useProperty()

  if (!property) return null
  if (properties.length < 2) {
    return (
      <Typography component="span" noWrap sx={{ display: 'block', fontWeight: 600, px: 1 }}>
        {named(property)}
      </Typography>
    )
  }
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`${t('property.switch')}: ${named(property)}`}
        endIcon={<UnfoldMore />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: '100%', '& > span:first-of-type': { minWidth: 0 } }}
      >
        <Typography component="span" noWrap sx={{ fontWeight: 600, minWidth: 0 }}>
          {named(property)}
        </Typography>
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('property.switch'), elevation: 6 } }}
      >
        <MenuList autoFocusItem>
          {properties.map((one) => (
            <MenuItem
              key={one.id}
              selected={one.id === property.id}
              onClick={() => {
                choose(one.id)
                setAnchor(null)
              }}
            >
              {named(one)}
            </MenuItem>
          ))}
        </MenuList>
      </Popover>
    </>
  )
}
