import type { Person } from '../../domain/platform/actor.ts'
import { propertiesFor } from '../../domain/platform/permissions.ts'
import type { Sql } from './sql.ts'

export type PropertyRow = {
  id: string
  code: string
  name: string
  nameEn: string
  timeZone: string
  businessDate: string
}

/** The properties somebody may see: where a role is held, or every house of the member's issuer. */
export function propertiesOfActor(sql: Sql, actor: Person): Promise<PropertyRow[]> {
  const member = actor.kind === 'member'
  return sql.rows<PropertyRow>(
    `select p.id, p.code, p.name, p.name_en as "nameEn", p.time_zone as "timeZone", business_date(p, house_now()) as "businessDate"
     from properties p where case when $1 then p.issuer_id = $2 else p.id = any($3::uuid[]) end order by p.code`,
    [member, member ? actor.issuerId : null, propertiesFor(actor, 'property.read')],
  )
}
