import type { RateRules } from '../../domain/lodging/rate-rules.ts'
import type { Sql } from '../platform/sql.ts'

export type RateRulesVersion = {
  readonly version: number
  readonly publishedAt: string
  readonly savedBy: string | null
  readonly rules: RateRules
}
export type RateRulesRow = {
  readonly roomTypeId: string
  readonly propertyId: string
  readonly issuerId: string
  /** The highest that was ever saved: what the next save is based on. 0 before the first. */
  readonly version: number
  readonly inForce: RateRulesVersion | null
  /** Saved with a later date, the next one first. */
  readonly upcoming: readonly RateRulesVersion[]
}

/** The rules of a room type: those in force now and those that will be. */
export const findRateRules = (sql: Sql, roomTypeId: string) =>
  sql.maybe<RateRulesRow>(
    `with known as (
       select v.version, v.published_at, v.published_at <= house_now() as begun,
         jsonb_build_object('version', v.version, 'publishedAt', rfc3339(v.published_at), 'savedBy', s.display_name, 'rules', v.rules) as shown
       from rate_rules v left join staff s on s.id = v.saved_by
       where v.room_type_id = $1 and v.withdrawn_at is null
     )
     select t.id as "roomTypeId", t.property_id as "propertyId", p.issuer_id as "issuerId",
       coalesce((select max(v.version) from rate_rules v where v.room_type_id = t.id), 0) as version,
       (select k.shown from known k where k.begun order by k.published_at desc, k.version desc limit 1) as "inForce",
       (select coalesce(jsonb_agg(k.shown order by k.published_at, k.version), '[]') from known k where not k.begun) as upcoming
     from room_types t join properties p on p.id = t.property_id where t.id = $1`,
    [roomTypeId],
  )
