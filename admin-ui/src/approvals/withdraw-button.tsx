import Button from '@mui/material/Button'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import { useState } from 'react'
import type { Approval } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DecisionDialog } from './decision-dialog.tsx'

export const WithdrawButton = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {approval.allowedActions.includes('withdraw') ? (
        <Button
          color="primary"
          variant="outlined"
          size="large"
          startIcon={<UndoOutlined />}
          onClick={() => setOpen(true)}
        >
          {t('approvals.withdraw')}
        </Button>
      ) : null}
      {open ? (
        <DecisionDialog
          approval={approval}
          verb="withdraw"
          tone="primary"
          title={t('approvals.withdrawTitle')}
          ask={t('approvals.withdrawAsk')}
          confirm={t('approvals.withdrawConfirm')}
          done={t('approvals.withdrawn')}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
