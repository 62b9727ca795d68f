import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { LinkBase } from 'react-admin'
import type { Approval } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'
import { Section } from '../platform/layout/section.tsx'
import { dye } from '../platform/themes/palette.ts'

export const ApprovalFacts = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const { points, moment } = useFormats()
  return (
    <Section title={t('approvals.summary')}>
      <Box sx={{ mb: 2 }}>
        <Typography variant="caption" color="text.secondary">
          {t('approvals.amount')}
        </Typography>
        <Typography sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2 }}>
          {points(approval.amount)}
        </Typography>
      </Box>
      <Facts>
        <Fact label={t('approvals.beneficiary')}>
          <Link component={LinkBase} to={`/members/${approval.beneficiaryMemberId}/show`}>
            {t('formats.sama', { name: approval.beneficiaryName })}
          </Link>
        </Fact>
        <Fact label={t('approvals.subject')}>
          <Link component={LinkBase} to={`/orders/${approval.subject.id}/show`}>
            {approval.subject.label}
          </Link>
        </Fact>
        <Fact label={t('approvals.requester')}>{approval.requesterName}</Fact>
        <Fact label={t('approvals.requestedAt')}>{moment(approval.requestedAt)}</Fact>
        <Fact label={t('approvals.dueAt')}>{moment(approval.dueAt)}</Fact>
      </Facts>
      <Box
        component="blockquote"
        sx={{ m: 0, mt: 2, pl: 2, borderLeft: `4px solid ${dye.indigo}` }}
      >
        <Typography variant="caption" color="text.secondary">
          {t('approvals.requestReason')}
        </Typography>
        {approval.reasonCode ? (
          <Typography sx={{ fontWeight: 600 }}>
            {t(`cancellationReasons.${approval.reasonCode}`)}
          </Typography>
        ) : null}
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{approval.reason}</Typography>
      </Box>
    </Section>
  )
}
