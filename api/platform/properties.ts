import { Type } from 'typebox'
import { propertiesOfActor } from '../../db/platform/property-queries.ts'
import { query } from './route.ts'
import { Id, listOf, LocalDate, Shape } from './schemas.ts'

export const Property = Shape(
  {
    id: Id,
    code: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    timeZone: Type.String(),
    businessDate: LocalDate,
  },
  { title: 'Property' },
)

/** A handful of rows: always one page. */
export const listPropertiesRoute = query({
  method: 'get',
  path: '/v1/properties',
  operationId: 'listProperties',
  tag: 'platform',
  permission: 'property.read',
  summary: 'The properties the signed-in person may see, with their business date',
  output: listOf(Property),
  async handle({ sql, actor }) {
    const data = await propertiesOfActor(sql, actor)
    return { data, page: { number: 1, size: data.length, total: data.length } }
  },
})
