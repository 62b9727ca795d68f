import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Approval } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { AmountRow } from '../platform/layout/amount-row.tsx'
import { RecordCards } from '../platform/lists/record-cards.tsx'
import { ApprovalStatusChip } from './approval-status-chip.tsx'
import { DueTime } from './due-time.tsx'

export const ApprovalCards = () => (
  <RecordCards<Approval> to={({ id }) => `/approvals/${id}/show`}>
    {(approval) => <ApprovalBrief approval={approval} />}
  </RecordCards>
)

/** Who gets how much, why, and how long there is time. */
const ApprovalBrief = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const { points, moment } = useFormats()
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <AmountRow amount={points(approval.amount)} large>
        <Typography sx={{ fontWeight: 600 }}>
          {t('formats.sama', { name: approval.beneficiaryName })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {t('approvals.detail', {
            kind: t(`approvals.kinds.${approval.kind}`),
            label: approval.subject.label,
          })}
        </Typography>
      </AmountRow>
      <Typography
        variant="body2"
        sx={{
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {approval.reason}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          rowGap: 0.5,
        }}
      >
        <Typography variant="caption" color="text.secondary">
          {`${approval.requesterName} · ${moment(approval.requestedAt)}`}
        </Typography>
        <Box sx={{ ml: 'auto' }}>
          {approval.status === 'pending' ? (
            <DueTime dueAt={approval.dueAt} />
          ) : (
            <ApprovalStatusChip status={approval.status} />
          )}
        </Box>
      </Box>
    </Box>
  )
}
