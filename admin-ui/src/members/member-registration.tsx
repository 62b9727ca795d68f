import { useState } from 'react'
import { CreateBase, useNotify } from 'react-admin'
import { newCommandKey } from '../api/command-headers.ts'
import { isProblem } from '../api/problem.ts'
import type { Member, NewMember } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { MemberForm } from './member-form.tsx'

type MemberRegistrationProps = {
  /** Where "not now" leads: a page, or whatever the caller does. */
  leave: string | (() => void)
  onDone: (member: Member) => void
}

/** The form of a new member, wherever it stands; what was typed stays when the house refuses it. */
export const MemberRegistration = ({ leave, onDone }: MemberRegistrationProps) => {
  const t = useText()
  const notify = useNotify()
  const [idempotencyKey, setKey] = useState(newCommandKey)
  const [similar, setSimilar] = useState<NewMember | null>(null)

  const onError = (error: unknown, { data }: { data?: Partial<NewMember> }) => {
    setKey(newCommandKey())
    if (!isProblem(error)) return
    if (error.code === 'duplicates_unconfirmed') setSimilar(data as NewMember)
    // What is wrong with a field stands beside it as well.
    else
      notify(error.body.errors ? t('registration.checkFields') : error.message, { type: 'error' })
  }

  return (
    <CreateBase
      resource="members"
      mutationOptions={{
        meta: { idempotencyKey },
        onError,
        onSuccess: (member) => {
          notify(t('members.createDone'), { type: 'success' })
          onDone(member as Member)
        },
      }}
    >
      <MemberForm leave={leave}>
        <IdentityFields />
      </MemberForm>
      {similar ? (
        <DuplicateDialog typed={similar} onDone={onDone} onClose={() => setSimilar(null)} />
      ) : null}
    </CreateBase>
  )
}
