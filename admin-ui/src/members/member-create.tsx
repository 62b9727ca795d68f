import { useState } from 'react'
import { CreateBase, useNotify, useRedirect } from 'react-admin'
import { newCommandKey } from '../api/command-headers.ts'
import { isProblem } from '../api/problem.ts'
import type { NewMember } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { MemberForm } from './member-form.tsx'

export const MemberCreate = () => {
  const t = useText()
  const notify = useNotify()
  const redirect = useRedirect()
  const [idempotencyKey, setKey] = useState(newCommandKey)
  const [similar, setSimilar] = useState<NewMember | null>(null)
  const show = ({ id }: { id: string | number }) => redirect(`/members/${id}/show`)

  const onError = (error: unknown, { data }: { data?: Partial<NewMember> }) => {
    setKey(newCommandKey())
    if (!isProblem(error)) return
    if (error.code === 'duplicates_unconfirmed') setSimilar(data as NewMember)
    // What is wrong with a field stands beside it as well.
    else
      notify(error.body.errors ? t('registration.checkFields') : error.message, { type: 'error' })
  }

  return (
    <RequirePermission of="member.register">
      <CreateBase
        resource="members"
        mutationOptions={{
          meta: { idempotencyKey },
          onError,
          onSuccess: (member) => {
            notify(t('members.createDone'), { type: 'success' })
            show(member)
          },
        }}
      >
        <Page
          title={t('members.createTitle')}
          back={<BackLink to="/members" label={t('members.title')} />}
          maxWidth={800}
        >
          <MemberForm backTo="/members">
            <IdentityFields />
          </MemberForm>
          {similar ? (
            <DuplicateDialog typed={similar} onDone={show} onClose={() => setSimilar(null)} />
          ) : null}
        </Page>
      </CreateBase>
    </RequirePermission>
  )
}
