import { useState } from 'react'
import {
  EditBase,
  useEditContext,
  useNotify,
  useParams,
  useRedirect,
  useRefresh,
} from 'react-admin'
import { newCommandKey } from '../api/command-headers.ts'
import { isProblem } from '../api/problem.ts'
import type { Member } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { BackLink } from '../platform/layout/back-link.tsx'
import { Page } from '../platform/layout/page.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { ChangeFields } from './change-fields.tsx'
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
    if (!isProblem(error)) return
    // What is wrong with a field stands beside it as well.
    notify(error.body.errors ? t('registration.checkFields') : error.message, { type: 'error' })
  }

  return (
    <RequirePermission of="member.edit">
      <EditBase
        resource="members"
        id={decodeURIComponent(id)}
        mutationMode="pessimistic"
        redirect="show"
        transform={editableOnly}
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
          <KnownMemberForm backTo={backTo} />
        </Page>
      </EditBase>
    </RequirePermission>
  )
}

/** The masked document is no value of the form: its fields begin empty, and stay out of it while they are. */
const KnownMemberForm = ({ backTo }: { backTo: string }) => {
  const { record } = useEditContext<Member>()
  if (!record) return null
  const { identity: _masked, ...known } = record
  return (
    <MemberForm leave={backTo} record={known}>
      <ChangeFields />
    </MemberForm>
  )
}

type Edited = Record<string, unknown> & { identity?: { type?: unknown; number?: unknown } | null }

const EDITABLE = ['name', 'kana', 'birthDate', 'phone', 'email'] as const

/** Of a record only what can be edited, and of a document nothing or the whole. */
const editableOnly = ({ identity, reason, ...rest }: Edited) => ({
  ...Object.fromEntries(EDITABLE.map((field) => [field, rest[field]])),
  ...(identity?.type || identity?.number ? { identity } : {}),
  ...(reason ? { reason } : {}),
})
