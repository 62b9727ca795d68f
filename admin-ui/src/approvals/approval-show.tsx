import Box from '@mui/material/Box'
import type { Approval } from '../api/records.ts'
import { CancellationSums } from '../lodging/cancellation-sums.tsx'
import { AuditTrail } from '../platform/audit/audit-trail.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { Section } from '../platform/layout/section.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { ApprovalDecisions } from './approval-decisions.tsx'
import { ApprovalFacts } from './approval-facts.tsx'
import { ApprovalStatusChip } from './approval-status-chip.tsx'
import { ApprovalVerbs } from './approval-verbs.tsx'
import { DueTime } from './due-time.tsx'

export const ApprovalShow = () => (
  <RecordPage<Approval> resource="approvals">
    {(approval) => <ApprovalPage approval={approval} />}
  </RecordPage>
)

/** Everything a manager needs on one page: who, how much, why, how it was counted; then the buttons. */
const ApprovalPage = ({ approval }: { approval: Approval }) => {
  const t = useText()
  const mayReadTrail = usePermission('audit.read')
  const kind = t(`approvals.kinds.${approval.kind}`)
  return (
    <Page
      title={t('approvals.detail', { kind, label: approval.subject.label })}
      aside={
        <>
          <ApprovalStatusChip status={approval.status} />
          {approval.status === 'pending' ? <DueTime dueAt={approval.dueAt} /> : null}
        </>
      }
      back={<BackLink to="/approvals" label={t('approvals.title')} />}
    >
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <div>
          <ApprovalFacts approval={approval} />
          <ApprovalVerbs approval={approval} />
          <ApprovalDecisions approval={approval} />
        </div>
        <Section title={t('cancellation.preview')}>
          <CancellationSums sums={approval.preview} />
        </Section>
      </Box>
      {mayReadTrail ? <AuditTrail subject={`approval:${approval.id}`} /> : null}
    </Page>
  )
}
