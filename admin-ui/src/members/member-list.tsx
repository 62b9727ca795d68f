import Button from '@mui/material/Button'
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined'
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined'
import { LinkBase, ListBase } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { Page } from '../platform/layout/page.tsx'
import { ListBody } from '../platform/lists/list-body.tsx'
import { SearchField } from '../platform/lists/search-field.tsx'
import { useIsNarrow } from '../platform/layout/use-screen.ts'
import { usePermission } from '../platform/session/use-session.ts'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { StatePanel } from '../platform/states/state-panel.tsx'
import { MemberCards } from './member-cards.tsx'
import { MemberTable } from './member-table.tsx'

export const MemberList = () => {
  const t = useText()
  const narrow = useIsNarrow()
  const mayRegister = usePermission('member.register')
  return (
    <RequirePermission of="member.read">
      <ListBase
        resource="members"
        sort={{ field: 'kana', order: 'ASC' }}
        perPage={25}
        exporter={false}
      >
        <Page title={t('members.title')} actions={mayRegister ? <RegisterButton /> : null}>
          <MemberSearch />
          <ListBody empty={<NoMembers />}>{narrow ? <MemberCards /> : <MemberTable />}</ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const MemberSearch = () => {
  const t = useText()
  return (
    <search style={{ display: 'flex', marginBottom: 16 }}>
      <SearchField label={t('members.search')} />
    </search>
  )
}

const RegisterButton = () => {
  const t = useText()
  return (
    <Button
      variant="contained"
      component={LinkBase}
      to="/members/create"
      startIcon={<PersonAddAltOutlined />}
    >
      {t('members.create')}
    </Button>
  )
}

const NoMembers = () => {
  const t = useText()
  return (
    <StatePanel
      icon={PeopleAltOutlined}
      title={t('members.emptyTitle')}
      body={t('members.emptyBody')}
    />
  )
}
