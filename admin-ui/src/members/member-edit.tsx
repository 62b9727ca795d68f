import { useState } from 'react'
import { EditBase, useNotify, useParams, useRedirect, useRefresh } from 'react-admin'
import { newCommandKey } from '../api/command-headers.ts'
import { isProblem } from '../api/problem.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { MemberForm } from './member-form.tsx'

export const MemberEdit = () => {
  const t = useText()
  const notify = useNotify()
  const redirect = useRedirect()
  const refresh = useRefresh()
  const { id = '' } = useParams()
  const [idempotencyKey, setKey] = useState(newCommandKey)
  const backTo = `/members/${id}/show`

  const onError = (error: unknown) => {
    setKey(newCommandKey())
    if (isProblem(error) && error.isStale) {
      notify(t('members.editStale'), { type: 'warning' })
      refresh()
      return
    }
    if (isProblem(error)) notify(error.message, { type: 'error' })
  }

  return (
    <RequirePermission of="member.edit">
      <EditBase
        resource="members"
        id={decodeURIComponent(id)}
        mutationMode="pessimistic"
        redirect="show"
        mutationOptions={{
          meta: { idempotencyKey },
          onError,
          onSuccess: () => {
            notify(t('members.editDone'), { type: 'success' })
            redirect(backTo)
          },
        }}
      >
        <Page
          title={t('members.editTitle')}
          back={<BackLink to={backTo} label={t('members.title')} />}
          maxWidth={800}
        >
          <MemberForm backTo={backTo} />
        </Page>
      </EditBase>
    </RequirePermission>
  )
}
