import Button from '@mui/material/Button'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import { useState } from 'react'
import type { Approval } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DecisionDialog } from './decision-dialog.tsx'

export const ApproveButton = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const { points } = useFormats()
  const [open, setOpen] = useState(false)
  const amount = points(approval.amount)
  return (
    <>
      {approval.allowedActions.includes('approve') ? (
        <Button
          variant="contained"
          size="large"
          startIcon={<CheckCircleOutlined />}
          onClick={() => setOpen(true)}
        >
          {t('approvals.approve')}
        </Button>
      ) : null}
      {open ? (
        <DecisionDialog
          approval={approval}
          verb="approve"
          tone="primary"
          title={t('approvals.approveTitle', { points: amount })}
          ask={t('approvals.approveAsk', { name: approval.beneficiaryName, points: amount })}
          confirm={t('approvals.approveConfirm')}
          done={t('approvals.approved')}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
