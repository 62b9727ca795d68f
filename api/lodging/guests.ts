import { Type } from 'typebox'
import { LICENCES } from '../../domain/lodging/guest-register.ts'
import {
  earlierVersions,
  type GuestScope,
  guestRows,
  registeredStays,
} from '../../db/lodging/guest-queries.ts'
import { addGuest } from '../../activities/lodging/add-guest.ts'
import { editGuest } from '../../activities/lodging/edit-guest.ts'
import { openVersions, revealGuests } from '../../activities/lodging/reveal-guests.ts'
import type { House } from '../../activities/platform/house.ts'
import { runVerb } from '../../activities/platform/run-verb.ts'
import type { Person } from '../../domain/platform/actor.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import type { Sql } from '../../db/platform/sql.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import { Id, IdParams, LocalDate, Moment, OrNull, Reason, Shape } from '../platform/schemas.ts'
import {
  Companion,
  EarlierGuest,
  GuestChanges,
  GuestInBrief,
  Identity,
  RevealedGuest,
} from './desk-schemas.ts'
import { guestsInBrief } from './guest-record.ts'

/** What one look at the register shows: a year of a house of thirty rooms. */
const STAYS_MAX = 2_000
const GUESTS_MAX = 5_000

const RegisteredStay = Shape(
  {
    id: Id,
    orderId: Id,
    orderNumber: Type.String(),
    roomNumber: Type.String(),
    checkIn: LocalDate,
    checkOut: LocalDate,
    guests: Type.Integer({ description: 'As booked.' }),
    licence: Type.Enum([...LICENCES]),
    checkedInAt: OrNull(Moment),
    checkedOutAt: OrNull(Moment),
    identity: OrNull(Identity),
    entries: Type.Array(GuestInBrief),
  },
  { title: 'RegisteredStay' },
)
const Register = Shape({ stays: Type.Array(RegisteredStay) })

async function registerOf(sql: Sql, house: House, scope: GuestScope) {
  const stays = await registeredStays(sql, scope, STAYS_MAX + 1)
  if (stays.length > STAYS_MAX) throw new DomainError('limit_exceeded', { limit: STAYS_MAX })
  const entries = guestsInBrief(house.vault, await guestRows(sql, scope, GUESTS_MAX))
  return {
    stays: stays.map((stay) => ({
      ...stay,
      entries: entries.filter((entry) => entry.stayId === stay.id),
    })),
  } as const
}

const ofStay = async (sql: Sql, stayId: string): Promise<GuestScope> => {
  const belonging = found(await belongingOf(sql, 'stay', stayId))
  return { propertyId: belonging.propertyId ?? '', stayId }
}

const readRegisterRoute = query({
  method: 'get',
  path: '/v1/guest-register',
  operationId: 'getGuestRegister',
  tag: 'lodging',
  permission: 'guest.read',
  summary:
    'The guest register of a property for some days, grouped by booking; what is personal in brief',
  query: Shape({ propertyId: Id, from: LocalDate, until: LocalDate }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Register,
  problems: ['limit_exceeded'],
  handle: ({ sql, house }, { query: wish }) => registerOf(sql, house, wish),
})

const readStayGuestsRoute = query({
  method: 'get',
  path: '/v1/stays/{id}/guests',
  operationId: 'getStayGuests',
  tag: 'lodging',
  permission: 'guest.read',
  summary: 'The register of one stay, in brief',
  params: IdParams,
  subject: byId('stay'),
  output: Register,
  handle: async ({ sql, house }, { params }) =>
    registerOf(sql, house, await ofStay(sql, params.id)),
})

const Revealed = Shape({
  guests: Type.Array(RevealedGuest),
  history: Type.Array(EarlierGuest, { description: 'What the lines of one stay said before.' }),
})

/** A look, not a change: nothing is kept for a repetition, least of all a copy of what was shown. */
async function reveal(house: House, actor: Person, input: GuestScope & { reason: string }) {
  const call = { actor, requestId: 'reveal' }
  const { output } = await runVerb(house, call, revealGuests, input)
  return output
}

const revealRegisterRoute = query({
  method: 'post',
  path: '/v1/guest-register/reveal',
  operationId: 'revealGuestRegister',
  tag: 'lodging',
  permission: 'guest.inspect',
  summary:
    'The whole register of some days, for an inspection; who looked and why goes into the trail',
  body: Shape({ propertyId: Id, from: LocalDate, until: LocalDate, reason: Reason }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: Revealed,
  problems: ['limit_exceeded'],
  handle: async ({ actor, house }, { body }) => ({
    guests: await reveal(house, actor, body),
    history: [],
  }),
})

const revealStayGuestsRoute = query({
  method: 'post',
  path: '/v1/stays/{id}/guests/reveal',
  operationId: 'revealStayGuests',
  tag: 'lodging',
  permission: 'guest.read',
  summary: 'The register of one stay as it was written, and what it said before',
  params: IdParams,
  body: Shape({ reason: Reason }),
  subject: byId('stay'),
  output: Revealed,
  async handle({ sql, actor, house }, { params, body }) {
    const guests = await reveal(house, actor, { ...(await ofStay(sql, params.id)), ...body })
    return { guests, history: openVersions(house.vault, await earlierVersions(sql, params.id)) }
  },
})

const addGuestRoute = command({
  method: 'post',
  path: '/v1/stays/{id}/guests',
  operationId: 'addGuest',
  tag: 'lodging',
  permission: 'guest.edit',
  status: 201,
  summary: 'A companion who comes later is written into the register',
  params: IdParams,
  body: Companion,
  subject: byId('stay'),
  output: Shape({ stayId: Id, guests: Type.Integer() }),
  problems: ['state_conflict', 'capacity_exceeded'],
  async handle(context, { params, body }) {
    const guests = await addGuest(context, {
      stayId: params.id,
      guest: { ...body, representative: false },
    })
    return { stayId: params.id, guests }
  },
})

const editGuestRoute = command({
  method: 'patch',
  path: '/v1/guests/{id}',
  operationId: 'editGuest',
  tag: 'lodging',
  permission: 'guest.edit',
  ifMatch: true,
  summary: 'A line of the register is put right; what it said before is kept beside it',
  params: IdParams,
  body: GuestChanges,
  subject: byId('guest'),
  output: Shape({ id: Id, version: Type.Integer() }),
  problems: ['state_conflict', 'version_mismatch'],
  async handle(context, { params, body, version }) {
    const { reason, ...changes } = body
    await editGuest(context, { guestId: params.id, version, changes, reason })
    return { id: params.id, version: version + 1 }
  },
})

export const guestRoutes = [
  readRegisterRoute,
  revealRegisterRoute,
  readStayGuestsRoute,
  addGuestRoute,
  revealStayGuestsRoute,
  editGuestRoute,
]
