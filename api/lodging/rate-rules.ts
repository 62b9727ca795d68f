import { type Static, Type } from 'typebox'
import { mayDo } from '../../domain/platform/permissions.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import {
  RATE_MAX,
  type RateRules as Rules,
  SEASONS_MAX,
  SURCHARGE_KINDS,
} from '../../domain/lodging/rate-rules.ts'
import { saveRateRules, withdrawRateRules } from '../../activities/lodging/rate-rules.ts'
import { findRateRules, type RateRulesRow } from '../../db/lodging/rate-rule-queries.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import {
  Actions,
  type Answer,
  Id,
  IdParams,
  LocalDate,
  Moment,
  OrNull,
  Shape,
  Text,
} from '../platform/schemas.ts'

const Base = Type.Integer({ minimum: 1, maximum: RATE_MAX })
const Surcharge = Shape({
  kind: Type.Enum([...SURCHARGE_KINDS]),
  value: Type.Integer({ minimum: -RATE_MAX, maximum: RATE_MAX }),
})
const Weekday = Shape({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), surcharge: Surcharge })
const Season = Shape({
  name: Text(100),
  nameEn: Text(100),
  from: LocalDate,
  until: LocalDate,
  base: Base,
})

/** As it is sent: what a type has none of is left out. */
const RulesBody = Shape({
  base: Base,
  weekdays: Type.Optional(Type.Array(Weekday, { minItems: 1, maxItems: 7 })),
  holidayEve: Type.Optional(Surcharge),
  seasons: Type.Optional(Type.Array(Season, { minItems: 1, maxItems: SEASONS_MAX })),
  pricedUntil: Type.Optional(LocalDate),
  publishOn: Type.Optional(
    Type.String({ format: 'date', description: 'Takes over on this day; at once when absent.' }),
  ),
})
const RulesVersion = Shape(
  {
    version: Type.Integer(),
    publishedAt: Moment,
    savedBy: OrNull(Type.String()),
    rules: Shape({
      base: Type.Integer(),
      weekdays: Type.Array(Weekday),
      holidayEve: OrNull(Surcharge),
      seasons: Type.Array(Season),
      pricedUntil: OrNull(LocalDate),
    }),
  },
  { title: 'RateRulesVersion' },
)
const RateRules = Shape(
  {
    roomTypeId: Id,
    version: Type.Integer({ minimum: 0, description: '0 before the first rules.' }),
    inForce: OrNull(RulesVersion),
    upcoming: Type.Array(RulesVersion),
    allowedActions: Actions,
  },
  { title: 'RateRules' },
)

function rulesRecord(actor: Actor, row: RateRulesRow): Answer<typeof RateRules> {
  const { propertyId, issuerId, ...shown } = row
  const may = mayDo(actor, 'rate.edit', { issuerId, propertyId, memberId: null })
  return { ...shown, allowedActions: may ? ['edit'] : [] }
}

const rulesOf = (body: Static<typeof RulesBody>): Rules => ({
  base: body.base,
  weekdays: body.weekdays ?? [],
  holidayEve: body.holidayEve ?? null,
  seasons: body.seasons ?? [],
  pricedUntil: body.pricedUntil ?? null,
})

const getRateRulesRoute = query({
  method: 'get',
  path: '/v1/room-types/{id}/rate-rules',
  operationId: 'getRateRules',
  tag: 'lodging',
  permission: 'rate.read',
  summary: 'How a room type is priced now, and what will take over later',
  params: IdParams,
  subject: byId('room_type'),
  output: RateRules,
  handle: async ({ sql, actor }, { params }) =>
    rulesRecord(actor, found(await findRateRules(sql, params.id))),
})

const saveRateRulesRoute = command({
  method: 'put',
  path: '/v1/room-types/{id}/rate-rules',
  operationId: 'saveRateRules',
  tag: 'lodging',
  permission: 'rate.edit',
  ifMatch: true,
  summary:
    'The next version of the rules, at once or from a day on; days priced by hand keep their price',
  params: IdParams,
  body: RulesBody,
  subject: byId('room_type'),
  output: RateRules,
  problems: ['rate_rules_unsound'],
  async handle(context, { params, body, version }) {
    const { publishOn } = body
    await saveRateRules(context, {
      roomTypeId: params.id,
      version,
      rules: rulesOf(body),
      publishOn,
    })
    return rulesRecord(context.actor, found(await findRateRules(context.sql, params.id)))
  },
})

const withdrawRateRulesRoute = command({
  method: 'post',
  path: '/v1/room-types/{id}/rate-rules/withdraw',
  operationId: 'withdrawRateRules',
  tag: 'lodging',
  permission: 'rate.edit',
  summary: 'Takes a version back whose day has not come',
  params: IdParams,
  body: Shape({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  subject: byId('room_type'),
  output: RateRules,
  problems: ['state_conflict'],
  async handle(context, { params, body }) {
    await withdrawRateRules(context, { roomTypeId: params.id, version: body.version })
    return rulesRecord(context.actor, found(await findRateRules(context.sql, params.id)))
  },
})

export const rateRuleRoutes = [getRateRulesRoute, saveRateRulesRoute, withdrawRateRulesRoute]
