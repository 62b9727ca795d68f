import { type ReactNode, useState } from 'react'
import { EditBase, useNotify, useParams, useRedirect, useRefresh } from 'react-admin'
import { newCommandKey } from '../../api/command-headers.ts'
import { isProblem } from '../../api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { BackLink } from '../../platform/layout/back-link.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { MasterForm } from './master-form.tsx'

type MasterEditProps = {
  resource: 'rooms' | 'room-types'
  title: string
  back: string
  done: string
  to: (id: string) => string
  children: ReactNode
}

/** An edit of a master: refused, it keeps what was typed and says why. */
export const MasterEdit = ({ resource, title, back, done, to, children }: MasterEditProps) => {
  const t = useText()
  const notify = useNotify()
  const redirect = useRedirect()
  const refresh = useRefresh()
  const { id = '' } = useParams()
  const [idempotencyKey, setKey] = useState(newCommandKey)
  const backTo = to(id)
  const onError = (error: unknown) => {
    setKey(newCommandKey())
    if (isProblem(error) && error.code === 'version_mismatch') {
      notify(t('rooms.editStale'), { type: 'warning' })
      return refresh()
    }
    if (isProblem(error)) notify(error.message, { type: 'error' })
    return undefined
  }
  return (
    <RequirePermission of="room.edit">
      <EditBase
        resource={resource}
        id={decodeURIComponent(id)}
        mutationMode="pessimistic"
        mutationOptions={{
          meta: { idempotencyKey },
          onError,
          onSuccess: () => {
            notify(done, { type: 'success' })
            redirect(backTo)
          },
        }}
      >
        <Page title={title} back={<BackLink to={backTo} label={back} />} maxWidth={800}>
          <MasterForm backTo={backTo}>{children}</MasterForm>
        </Page>
      </EditBase>
    </RequirePermission>
  )
}
