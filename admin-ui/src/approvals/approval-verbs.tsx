import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import type { Approval } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ApproveButton } from './approve-button.tsx'
import { RejectButton } from './reject-button.tsx'
import { WithdrawButton } from './withdraw-button.tsx'

/** The decisions the house offers to this person, or why it offers none. */
export const ApprovalVerbs = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const { allowedActions } = approval
  const mayDecide = allowedActions.includes('approve') || allowedActions.includes('reject')
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
      {approval.status === 'pending' && !mayDecide ? (
        <Alert severity="info">{t('approvals.notYours')}</Alert>
      ) : null}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          '& > *': { flex: { xs: '1 1 120px', sm: '0 0 auto' } },
        }}
      >
        <ApproveButton approval={approval} />
        <RejectButton approval={approval} />
        <WithdrawButton approval={approval} />
      </Box>
    </Box>
  )
}
