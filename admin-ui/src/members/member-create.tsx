import { useRedirect } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { MemberRegistration } from './member-registration.tsx'

export const MemberCreate = () => {
  const t = useText()
  const redirect = useRedirect()
  return (
    <RequirePermission of="member.register">
      <Page
        title={t('members.createTitle')}
        back={<BackLink to="/members" label={t('members.title')} />}
        maxWidth={800}
      >
        <MemberRegistration leave="/members" onDone={({ id }) => redirect(`/members/${id}/show`)} />
      </Page>
    </RequirePermission>
  )
}
