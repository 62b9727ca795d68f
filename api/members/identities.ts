import { Type } from 'typebox'
import { katakanaOf } from '../../domain/members/kana.ts'
import { issuersFor } from '../../domain/platform/permissions.ts'
import { findDuplicates } from '../../db/members/duplicate-query.ts'
import { revealIdentity } from '../../activities/members/reveal-identity.ts'
import { byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, LocalDate, Reason, Shape, Text } from '../platform/schemas.ts'
import { IdentityType, Phone } from './member-record.ts'

const findDuplicatesRoute = query({
  method: 'get',
  path: '/v1/member-duplicates',
  operationId: 'findDuplicates',
  tag: 'members',
  permission: 'member.register',
  summary: 'Members who may be the same person: same reading and birth date, or same telephone',
  query: Shape({ kana: Text(100), birthDate: LocalDate, phone: Phone }),
  output: Shape({
    data: Type.Array(
      Shape({
        id: Id,
        number: Type.String(),
        name: Type.String(),
        kana: Type.String(),
        phone: Type.String(),
        birthDate: LocalDate,
        samePerson: Type.Boolean({ description: 'Same reading and same date of birth.' }),
        samePhone: Type.Boolean(),
      }),
    ),
  }),
  async handle({ sql, actor }, { query: { kana, birthDate, phone } }) {
    const [issuerId] = issuersFor(actor, 'member.register')
    if (issuerId === undefined) return { data: [] }
    const person = { kana: katakanaOf(kana) ?? kana, birthDate, phone }
    return { data: await findDuplicates(sql, issuerId, person) }
  },
})

const revealIdentityRoute = command({
  method: 'post',
  path: '/v1/members/{id}/reveal-identity',
  operationId: 'revealIdentity',
  tag: 'members',
  permission: 'member.reveal_identity',
  summary: "Shows an identity document's whole number; the reason is kept in the trail",
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('member'),
  output: Shape({ type: IdentityType, number: Type.String() }),
  handle: (context, { params, body }) =>
    revealIdentity(context, { memberId: params.id, reason: body.reason }),
})

export const identityRoutes = [findDuplicatesRoute, revealIdentityRoute]
