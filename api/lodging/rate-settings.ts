import { Type } from 'typebox'
import { CALENDAR_DAY_KINDS } from '../../domain/lodging/house-calendar.ts'
import { assertRateRange } from '../../domain/lodging/rate-range.ts'
import { markDay } from '../../activities/lodging/calendar-days.ts'
import { editBirthdayBenefit } from '../../activities/lodging/edit-birthday-benefit.ts'
import { findBirthdayBenefit } from '../../db/lodging/birthday-benefit-query.ts'
import { ownCalendarDays } from '../../db/lodging/calendar-day-queries.ts'
import { byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import { IdParams, LocalDate, Shape, Text, Version } from '../platform/schemas.ts'
import { BenefitFields } from './night-record.ts'

const Benefit = Shape({ ...BenefitFields, version: Version }, { title: 'BirthdayBenefit' })

const getBenefitRoute = query({
  method: 'get',
  path: '/v1/properties/{id}/birthday-benefit',
  operationId: 'getBirthdayBenefit',
  tag: 'lodging',
  permission: 'rate.read',
  summary: 'How the property treats birthdays',
  params: IdParams,
  subject: byId('property'),
  output: Benefit,
  handle: async ({ sql }, { params }) => found(await findBirthdayBenefit(sql, params.id)),
})

const editBenefitRoute = command({
  method: 'put',
  path: '/v1/properties/{id}/birthday-benefit',
  operationId: 'editBirthdayBenefit',
  tag: 'lodging',
  permission: 'rate.edit',
  ifMatch: true,
  summary: 'How the property treats birthdays from now on; what is sold keeps its discount',
  params: IdParams,
  body: Shape(BenefitFields),
  subject: byId('property'),
  output: Benefit,
  async handle(context, { params, body, version }) {
    await editBirthdayBenefit(context, { propertyId: params.id, version, benefit: body })
    return found(await findBirthdayBenefit(context.sql, params.id))
  },
})

const CalendarDay = Shape(
  { day: LocalDate, kind: Type.Enum([...CALENDAR_DAY_KINDS]), name: Text(100), nameEn: Text(100) },
  { title: 'CalendarDay' },
)

const listCalendarDaysRoute = query({
  method: 'get',
  path: '/v1/properties/{id}/calendar-days',
  operationId: 'listCalendarDays',
  tag: 'lodging',
  permission: 'rate.read',
  summary: "Where the house's calendar differs from the nation's",
  params: IdParams,
  query: Shape({ fromNight: LocalDate, untilNight: LocalDate }),
  subject: byId('property'),
  output: Shape({ days: Type.Array(CalendarDay) }),
  problems: ['range_impossible'],
  async handle({ sql }, { params, query: { fromNight, untilNight } }) {
    assertRateRange(fromNight, untilNight)
    return { days: await ownCalendarDays(sql, params.id, fromNight, untilNight) }
  },
})

const markCalendarDayRoute = command({
  method: 'post',
  path: '/v1/properties/{id}/calendar-days',
  operationId: 'markCalendarDay',
  tag: 'lodging',
  permission: 'rate.edit',
  summary:
    'A holiday of the house, a national one that is none, or a day it is closed; national takes it away',
  params: IdParams,
  body: Shape({
    day: LocalDate,
    kind: Type.Enum([...CALENDAR_DAY_KINDS, 'national']),
    name: Text(100),
    nameEn: Text(100),
  }),
  subject: byId('property'),
  output: Shape({ days: Type.Array(CalendarDay) }),
  async handle(context, { params, body }) {
    await markDay(context, { propertyId: params.id, ...body })
    return { days: await ownCalendarDays(context.sql, params.id, body.day, body.day) }
  },
})

export const rateSettingRoutes = [
  getBenefitRoute,
  editBenefitRoute,
  listCalendarDaysRoute,
  markCalendarDayRoute,
]
