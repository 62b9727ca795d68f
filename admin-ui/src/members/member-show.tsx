import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { LinkBase } from 'react-admin'
import type { Member } from '../api/records.ts'
import { AuditTrail } from '../platform/audit/audit-trail.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { BalanceCard } from '../points/balance-card.tsx'
import { LotTable } from '../points/lot-table.tsx'
import { PointEntries } from '../points/point-entries.tsx'
import { MemberOrders } from './member-orders.tsx'
import { MemberProfile } from './member-profile.tsx'

export const MemberShow = () => (
  <RecordPage<Member> resource="members">{(member) => <MemberPage member={member} />}</RecordPage>
)

const MemberPage = ({ member }: { member: Member }) => {
  const t = useText()
  const mayReadTrail = usePermission('audit.read')
  const mayReadPoints = usePermission('points.read')
  return (
    <Page
      title={t('formats.sama', { name: member.name })}
      lead={`${member.kana} · ${member.number}`}
      back={<BackLink to="/members" label={t('members.title')} />}
      actions={member.allowedActions.includes('edit') ? <EditMemberButton member={member} /> : null}
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
          <BalanceCard member={member} />
          {mayReadPoints ? <LotTable memberId={member.id} /> : null}
          {mayReadPoints ? <PointEntries memberId={member.id} /> : null}
        </div>
        <div>
          <MemberProfile member={member} />
          <MemberOrders memberId={member.id} />
          {mayReadTrail ? <AuditTrail subject={`member:${member.id}`} /> : null}
        </div>
      </Box>
    </Page>
  )
}

const EditMemberButton = ({ member }: { member: Member }) => {
  const t = useText()
  return (
    <Button
      variant="outlined"
      component={LinkBase}
      to={`/members/${member.id}`}
      startIcon={<EditOutlined />}
    >
      {t('actions.edit')}
    </Button>
  )
}
