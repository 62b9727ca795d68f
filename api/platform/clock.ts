import { Type } from 'typebox'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { walkClock } from '../../activities/platform/walk-clock.ts'
import { query } from './route.ts'
import { Moment, Shape } from './schemas.ts'

/** A walk of more than this is several walks. */
const ADVANCE_DAYS_MAX = 400

const Clock = Shape(
  {
    now: Moment,
    offsetMs: Type.Integer({ description: 'How far the house is ahead of the wall.' }),
    movable: Type.Boolean({ description: 'Only in demo and test houses.' }),
  },
  { title: 'Clock' },
)

const readClock = (sql: Sql) =>
  sql.one<{ now: string; offsetMs: number; movable: boolean }>(
    `select house_now() as now, offset_ms as "offsetMs", house <> 'production' as movable from clock`,
  )

const getClockRoute = query({
  method: 'get',
  path: '/v1/clock',
  operationId: 'getClock',
  tag: 'platform',
  permission: 'clock.read',
  summary: 'What time it is in the house',
  output: Clock,
  handle: ({ sql }) => readClock(sql),
})

/** Not one transaction but a walk: moving to the same moment twice changes nothing more, so it needs no key. */
const advanceClockRoute = query({
  method: 'post',
  path: '/v1/clock/advance',
  operationId: 'advanceClock',
  tag: 'platform',
  permission: 'clock.advance',
  summary:
    'Walks the clock of a demo or test house: everything due on the way happens in its order',
  body: Shape(
    {
      to: Type.Optional(Moment),
      bySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: ADVANCE_DAYS_MAX * 86_400 })),
    },
    { minProperties: 1, maxProperties: 1 },
  ),
  output: Shape({
    ...Clock.properties,
    stops: Type.Integer({ description: 'Moments at which something was due.' }),
    late: Type.Array(Type.String()),
  }),
  problems: ['clock_fixed', 'state_conflict'],
  async handle({ sql, actor, house }, { body }) {
    const clock = await readClock(sql)
    if (!clock.movable) throw new DomainError('clock_fixed')
    const from = Date.parse(clock.now)
    const to = body.to === undefined ? from + (body.bySeconds ?? 0) * 1000 : Date.parse(body.to)
    if (to < from || to - from > ADVANCE_DAYS_MAX * 86_400_000) {
      throw new DomainError(
        'validation_failed',
        {},
        {
          fields: [
            { pointer: '/to', code: 'range', message: `${clock.now} … +${ADVANCE_DAYS_MAX} d` },
          ],
        },
      )
    }
    const { stops, late } = await walkClock(house, {
      to: new Date(to),
      actor,
      requestId: 'clock-advance',
    })
    return { ...(await readClock(sql)), stops, late: [...late] }
  },
})

export const clockRoutes = [getClockRoute, advanceClockRoute]
