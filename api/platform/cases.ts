import { Type } from 'typebox'
import { type CaseRow, listCases } from '../../db/platform/case-queries.ts'
import { query } from './route.ts'
import { type Answer, Id, listOf, listQuery, Moment, OrNull, Shape } from './schemas.ts'
import { limitedTo } from './visible.ts'

export const Case = Shape(
  {
    id: Id,
    kind: Type.String(),
    propertyId: OrNull(Id),
    subject: Type.String(),
    cause: Type.String(),
    openedAt: Moment,
    closedAt: OrNull(Moment),
    status: Type.Enum(['open', 'closed']),
  },
  { title: 'Case' },
)

export const caseRecord = ({ subjectKind, subjectId, ...row }: CaseRow): Answer<typeof Case> => ({
  ...row,
  subject: `${subjectKind}:${subjectId}`,
  status: row.closedAt === null ? 'open' : 'closed',
})

export const listCasesRoute = query({
  method: 'get',
  path: '/v1/cases',
  operationId: 'listCases',
  tag: 'platform',
  permission: 'case.read',
  summary: 'What needs attention; a case closes itself when its cause is cured',
  query: listQuery(['-openedAt'], {
    propertyId: Type.Optional(Id),
    status: Type.Optional(Type.Enum(['open', 'closed'])),
  }),
  output: listOf(Case),
  async handle({ sql, actor }, { query: wish }) {
    const { propertyIds = [] } = limitedTo(actor, 'case.read', wish)
    const open = wish.status === undefined ? undefined : wish.status === 'open'
    const page = await listCases(sql, { propertyIds, open }, wish)
    return {
      ...page,
      data: page.data.map(caseRecord),
    }
  },
})
