import type { Role } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'

export type NewStaff = {
  readonly login: string
  readonly displayName: string
  readonly passwordHash: string
  readonly propertyId: string
  readonly roles: readonly Role[]
}

/** Somebody starts to work at a property. */
export async function hireStaff(context: Context, input: NewStaff): Promise<{ staffId: string }> {
  const staffId = newId()
  await context.sql.run(
    'insert into staff (id, login, display_name, password_hash) values ($1, $2, $3, $4)',
    [staffId, input.login, input.displayName, input.passwordHash],
  )
  await context.sql.run(
    'insert into staff_roles (staff_id, property_id, role) select $1, $2, unnest($3::text[])',
    [staffId, input.propertyId, [...new Set(input.roles)]],
  )
  context.audit({
    verb: 'staff.hired',
    subject: { kind: 'staff', id: staffId },
    propertyId: input.propertyId,
    after: { login: input.login, roles: input.roles },
  })
  return { staffId }
}

/** Ends somebody's access at once, sessions included. The person stays in the trail. */
export async function disableStaff(
  context: Context,
  input: { staffId: string; reason: string },
): Promise<void> {
  const { sql, now, actor } = context
  if (actor.id === input.staffId) throw new DomainError('state_conflict', { state: 'self' })
  const changed = await sql.run(
    'update staff set disabled_at = $2, version = version + 1 where id = $1 and disabled_at is null',
    [input.staffId, now],
  )
  if (changed === 0) throw new DomainError('state_conflict', { state: 'disabled' })
  await sql.run('delete from sessions where staff_id = $1', [input.staffId])
  context.audit({
    verb: 'staff.disabled',
    subject: { kind: 'staff', id: input.staffId },
    reason: input.reason,
  })
}
