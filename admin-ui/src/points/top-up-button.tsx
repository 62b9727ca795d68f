import AddCardOutlined from '@mui/icons-material/AddCardOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Member } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { TopUpDialog } from './top-up-dialog.tsx'

type Payer = Pick<Member, 'id' | 'name' | 'balance' | 'allowedActions'>

export const TopUpButton = ({ member }: { member: Payer }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {member.allowedActions.includes('top_up') ? (
        <Button variant="contained" startIcon={<AddCardOutlined />} onClick={() => setOpen(true)}>
          {t('topUp.action')}
        </Button>
      ) : null}
      {open ? <TopUpDialog member={member} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
