import { type ReactNode, useState } from 'react'
import { CreateBase, type RaRecord, useNotify, useRedirect } from 'react-admin'
import { newCommandKey } from '../../api/command-headers.ts'
import { isProblem } from '../../api/problem.ts'
import { BackLink } from '../../platform/layout/back-link.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { MasterForm } from './master-form.tsx'

type MasterCreateProps = {
  resource: 'rooms' | 'room-types'
  title: string
  back: string
  done: string
  defaults?: Record<string, unknown>
  /** Where the new one is looked at. */
  to: (record: RaRecord) => string
  children: ReactNode
}

/** A new master of the property that is being looked at. */
export const MasterCreate = (props: MasterCreateProps) => {
  const { resource, title, back, done, defaults, to, children } = props
  const notify = useNotify()
  const redirect = useRedirect()
  const property = useProperty()
  const [idempotencyKey, setKey] = useState(newCommandKey)
  if (!property) return null
  const backTo = `/${resource}`
  return (
    <RequirePermission of="room.edit">
      <CreateBase
        resource={resource}
        transform={(data: object) => ({ ...data, propertyId: property.id })}
        mutationOptions={{
          meta: { idempotencyKey },
          onError: (error: unknown) => {
            setKey(newCommandKey())
            if (isProblem(error)) notify(error.message, { type: 'error' })
          },
          onSuccess: (record: RaRecord) => {
            notify(done, { type: 'success' })
            redirect(to(record))
          },
        }}
      >
        <Page title={title} back={<BackLink to={backTo} label={back} />} maxWidth={800}>
          <MasterForm backTo={backTo} {...(defaults && { defaults })}>
            {children}
          </MasterForm>
        </Page>
      </CreateBase>
    </RequirePermission>
  )
}
