import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { LinkBase } from 'react-admin'
import type { Member } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { MessageSection } from '../messages/message-section.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RecordPage } from '../platform/layout/record-page.tsx'
import { usePermission } from '../platform/session/use-session.ts'
import { BalanceCard } from '../points/balance-card.tsx'
import { LotTable } from '../points/lot-table.tsx'
import { PointEntries } from '../points/point-entries.tsx'
import { EraseMemberButton } from './erase-member-button.tsx'
import { MemberHistory } from './member-history.tsx'
import { MemberOrders } from './member-orders.tsx'
import { MemberProfile } from './member-profile.tsx'

export const MemberShow = () => (
  <RecordPage<Member> resource="members">{(member) => <MemberPage member={member} />}</RecordPage>
)

const MemberPage = ({ member }: { member: Member }) => {
  const t = useText()
  const mayReadTrail = usePermission('audit.read')
  const [tab, setTab] = useState<'overview' | 'history'>('overview')
  const isErased = member.erasedAt !== null
  return (
    <Page
      title={isErased ? t('erasure.erased') : t('formats.sama', { name: member.name })}
      lead={isErased ? member.number : `${member.kana} · ${member.number}`}
      back={<BackLink to="/members" label={t('members.title')} />}
      actions={<MemberActions member={member} />}
    >
      {mayReadTrail ? (
        <Tabs
          aria-label={t('members.parts')}
          value={tab}
          onChange={(_, chosen: typeof tab) => setTab(chosen)}
          sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value="overview" label={t('members.overview')} />
          <Tab value="history" label={t('audit.title')} />
        </Tabs>
      ) : null}
      {tab === 'history' ? <MemberHistory memberId={member.id} /> : <Overview member={member} />}
    </Page>
  )
}

const Overview = ({ member }: { member: Member }) => {
  const t = useText()
  const { moment } = useFormats()
  const mayReadPoints = usePermission('points.read')
  return (
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
        {member.erasedAt ? (
          <Alert severity="info" sx={{ mb: 2 }}>
            {t('erasure.since', { at: moment(member.erasedAt, 'full') })}
          </Alert>
        ) : (
          <MemberProfile member={member} />
        )}
        <MemberOrders memberId={member.id} />
        <MessageSection about={{ memberId: member.id }} />
      </div>
    </Box>
  )
}

const MemberActions = ({ member }: { member: Member }) => (
  <>
    {member.allowedActions.includes('edit') ? <EditMemberButton member={member} /> : null}
    {member.allowedActions.includes('erase') ? <EraseMemberButton member={member} /> : null}
  </>
)

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
