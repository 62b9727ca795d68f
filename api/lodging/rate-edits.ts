import { Type } from 'typebox'
import { RATE_CHANGES } from '../../domain/lodging/rate-change.ts'
import { RATE_MAX } from '../../domain/lodging/rate-rules.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { editRates, previewRates } from '../../activities/lodging/edit-rates.ts'
import { undoRateEdit } from '../../activities/lodging/undo-rate-edit.ts'
import { lastRateEdit } from '../../db/lodging/rate-edit-queries.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, LocalDate, Moment, OrNull, Points, Shape } from '../platform/schemas.ts'
import { Digest } from './cancellation-record.ts'

const TYPES_MAX = 50

const wish = {
  propertyId: Id,
  roomTypeIds: Type.Array(Id, { minItems: 1, maxItems: TYPES_MAX, uniqueItems: true }),
  fromNight: LocalDate,
  untilNight: LocalDate,
  weekdays: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      description: 'ISO, Monday is 1; all when absent.',
    }),
  ),
  change: Type.Enum([...RATE_CHANGES], {
    description:
      '`set`, `plus` and `percent` price nights by hand; `stop` takes them off sale; `clear` gives them back to the rules.',
  }),
  value: Type.Optional(
    Type.Integer({
      minimum: -RATE_MAX,
      maximum: RATE_MAX,
      description: 'Points, or percent; for stop and clear none.',
    }),
  ),
}

const previewRatesRoute = query({
  method: 'get',
  path: '/v1/rate-edits/preview',
  operationId: 'previewRateEdit',
  tag: 'lodging',
  permission: 'rate.edit',
  summary:
    'What an edit would change, night by night, and what of it is sold already; changes nothing',
  query: Shape(wish),
  subject: (sql, { query: { propertyId } }) => belongingOf(sql, 'property', propertyId),
  output: Shape({
    nights: Type.Array(
      Shape({
        roomTypeId: Id,
        night: LocalDate,
        before: OrNull(Points),
        after: OrNull(Points),
        sold: Type.Integer({ description: 'Rooms; they keep their agreed price.' }),
      }),
    ),
    unpriced: Type.Integer({ description: 'Nights without a rate, which cannot be raised.' }),
    digest: Digest,
  }),
  problems: ['range_impossible', 'rate_out_of_range'],
  handle: ({ sql }, given) => previewRates(sql, given.query),
})

const editRatesRoute = command({
  method: 'post',
  path: '/v1/rate-edits',
  operationId: 'editRates',
  tag: 'lodging',
  permission: 'rate.edit',
  status: 201,
  summary: 'Edits a range of nights as previewed',
  body: Shape({ ...wish, digest: Digest }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: Shape({ id: Id, nights: Type.Integer({ description: 'How many nights changed.' }) }),
  problems: ['range_impossible', 'rate_out_of_range', 'digest_mismatch', 'nothing_to_change'],
  async handle(context, { body }) {
    const { editId, nights } = await editRates(context, body)
    if (editId === null) throw new DomainError('nothing_to_change')
    return { id: editId, nights }
  },
})

const lastRateEditRoute = query({
  method: 'get',
  path: '/v1/rate-edits/last',
  operationId: 'getLastRateEdit',
  tag: 'lodging',
  permission: 'rate.edit',
  summary: 'The edit that can be undone, or null',
  query: Shape({ propertyId: Id }),
  subject: (sql, { query: { propertyId } }) => belongingOf(sql, 'property', propertyId),
  output: Shape({
    edit: OrNull(
      Shape({
        id: Id,
        madeAt: Moment,
        madeBy: OrNull(Type.String()),
        nights: Type.Integer(),
        fromNight: LocalDate,
        untilNight: LocalDate,
        change: Type.Enum([...RATE_CHANGES]),
        value: OrNull(Type.Integer()),
      }),
    ),
  }),
  handle: async ({ sql }, { query: { propertyId } }) => ({
    edit: await lastRateEdit(sql, propertyId),
  }),
})

const undoRateEditRoute = command({
  method: 'post',
  path: '/v1/rate-edits/{id}/undo',
  operationId: 'undoRateEdit',
  tag: 'lodging',
  permission: 'rate.edit',
  summary: 'Takes the last edit back: every night holds again what it held before',
  params: IdParams,
  body: Shape({}),
  subject: byId('rate_edit'),
  output: Shape({ id: Id }),
  problems: ['state_conflict'],
  async handle(context, { params }) {
    await undoRateEdit(context, { editId: params.id })
    return { id: params.id }
  },
})

export const rateEditRoutes = [
  lastRateEditRoute,
  previewRatesRoute,
  editRatesRoute,
  undoRateEditRoute,
]
