import Button from '@mui/material/Button'
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined'
import { useState } from 'react'
import type { Approval } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DecisionDialog } from './decision-dialog.tsx'

export const RejectButton = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {approval.allowedActions.includes('reject') ? (
        <Button
          color="error"
          variant="outlined"
          size="large"
          startIcon={<HighlightOffOutlined />}
          onClick={() => setOpen(true)}
        >
          {t('approvals.reject')}
        </Button>
      ) : null}
      {open ? (
        <DecisionDialog
          approval={approval}
          verb="reject"
          tone="error"
          title={t('approvals.rejectTitle')}
          ask={t('approvals.rejectAsk')}
          confirm={t('approvals.rejectConfirm')}
          done={t('approvals.rejected')}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
