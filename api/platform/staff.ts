import { Type } from 'typebox'
import { type Actor, ROLES } from '../../domain/platform/actor.ts'
import { propertiesFor } from '../../domain/platform/permissions.ts'
import { findStaff, listStaff, type StaffRow } from '../../db/platform/staff-queries.ts'
import type { Context } from '../../activities/platform/context.ts'
import { hashPassword } from '../../activities/platform/password.ts'
import { disableStaff, hireStaff } from '../../activities/platform/staff.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { found } from './found.ts'
import { belongingOf } from './belongings.ts'
import { command, query } from './route.ts'
import {
  Actions,
  type Answer,
  Id,
  IdParams,
  listOf,
  listQuery,
  Reason,
  Shape,
  Text,
  TEXT,
  Version,
} from './schemas.ts'

const Staff = Shape(
  {
    id: Id,
    login: Type.String(),
    displayName: Type.String(),
    disabled: Type.Boolean(),
    roles: Type.Array(Shape({ role: Type.Enum([...ROLES]), propertyId: Id })),
    version: Version,
    allowedActions: Actions,
  },
  { title: 'Staff' },
)

/** Nobody disables himself; who may is decided where the person works. */
function staffRecord(actor: Actor, row: StaffRow): Answer<typeof Staff> {
  const operates = propertiesFor(actor, 'staff.edit')
  const first = row.roles[0]?.propertyId
  const may =
    !row.disabled && row.id !== actor.id && first !== undefined && operates.includes(first)
  return { ...row, allowedActions: may ? ['disable'] : [] }
}

async function answerStaff({ sql, actor }: Context, id: string) {
  const row = found(await findStaff(sql, id))
  return staffRecord(actor, row)
}

const listStaffRoute = query({
  method: 'get',
  path: '/v1/staff',
  operationId: 'listStaff',
  tag: 'platform',
  permission: 'staff.read',
  summary: 'Who works at the properties',
  query: listQuery(['login'], {}),
  output: listOf(Staff),
  async handle({ sql, actor }, { query: wish }) {
    const page = await listStaff(sql, propertiesFor(actor, 'staff.read'), wish)
    return { ...page, data: page.data.map((row) => staffRecord(actor, row)) }
  },
})

const hireStaffRoute = command({
  method: 'post',
  path: '/v1/staff',
  operationId: 'hireStaff',
  tag: 'platform',
  permission: 'staff.edit',
  status: 201,
  summary: 'Somebody starts to work at a property',
  body: Shape({
    login: Type.String({ pattern: '^[a-z0-9._-]{2,60}$' }),
    displayName: Text(100),
    password: Type.String({ minLength: 12, maxLength: 200 }),
    propertyId: Id,
    roles: Type.Array(Type.Enum([...ROLES], TEXT), {
      minItems: 1,
      maxItems: ROLES.length,
      uniqueItems: true,
    }),
  }),
  output: Staff,
  problems: ['already_exists'],
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  async handle(context, { body: { password, ...body } }) {
    const { staffId } = await hireStaff(context, {
      ...body,
      passwordHash: await hashPassword(password),
    })
    return answerStaff(context, staffId)
  },
})

/** A person belongs to the first property where the operator could have hired him. */
const staffBelonging = async (sql: Sql, given: { params: { id: string } }) => {
  const row = await findStaff(sql, given.params.id)
  const propertyId = row?.roles[0]?.propertyId
  return propertyId === undefined ? null : belongingOf(sql, 'property', propertyId)
}

const disableStaffRoute = command({
  method: 'post',
  path: '/v1/staff/{id}/disable',
  operationId: 'disableStaff',
  tag: 'platform',
  permission: 'staff.edit',
  summary: "Ends a person's access at once, sessions included",
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: staffBelonging,
  output: Staff,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await disableStaff(context, { staffId: params.id, ...body })
    return answerStaff(context, params.id)
  },
})

export const staffRoutes = [listStaffRoute, hireStaffRoute, disableStaffRoute]
