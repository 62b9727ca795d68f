import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Approval } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'

export const ApprovalDecisions = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const { moment } = useFormats()
  if (approval.decisions.length === 0) return null
  return (
    <Section title={t('approvals.decisions')}>
      {approval.decisions.map((decision) => (
        <Box key={`${decision.deciderName} ${decision.decidedAt}`} sx={{ mb: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {`${t(`approvals.decided.${decision.decision}`)} · ${decision.deciderName}`}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {moment(decision.decidedAt, 'full')}
          </Typography>
          {decision.reason ? (
            <Typography sx={{ whiteSpace: 'pre-wrap' }}>{decision.reason}</Typography>
          ) : null}
        </Box>
      ))}
    </Section>
  )
}
