import { useState } from 'react'
import { CreateBase, useNotify, useRedirect } from 'react-admin'
import { newCommandKey } from '../api/command-headers.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { MemberForm } from './member-form.tsx'

export const MemberCreate = () => {
  const t = useText()
  const notify = useNotify()
  const redirect = useRedirect()
  const [idempotencyKey] = useState(newCommandKey)
  return (
    <RequirePermission of="member.register">
      <CreateBase
        resource="members"
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: (member) => {
            notify(t('members.createDone'), { type: 'success' })
            redirect(`/members/${member.id}/show`)
          },
        }}
      >
        <Page
          title={t('members.createTitle')}
          back={<BackLink to="/members" label={t('members.title')} />}
          maxWidth={800}
        >
          <MemberForm backTo="/members" />
        </Page>
      </CreateBase>
    </RequirePermission>
  )
}
