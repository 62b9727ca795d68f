import { Type } from 'typebox'
import {
  ROOM_TASKS,
  type RoomTask,
  roomTask,
  roomUrgency,
} from '../../domain/housekeeping/room-task.ts'
import type { Actor } from '../../domain/platform/actor.ts'
import { type Belonging, mayDo } from '../../domain/platform/permissions.ts'
import { type CleaningRow, cleaningsById } from '../../db/housekeeping/cleaning-queries.ts'
import {
  cleanersOf,
  findSettings,
  type HousekeepingRow,
  housekeepingRows,
} from '../../db/housekeeping/housekeeping-query.ts'
import { propertyFacts } from '../../db/lodging/property-facts.ts'
import { assignRooms } from '../../activities/housekeeping/assign-rooms.ts'
import { editHousekeepingSettings } from '../../activities/housekeeping/edit-settings.ts'
import { belongingOf, byId } from '../platform/belongings.ts'
import { found } from '../platform/found.ts'
import { command, query } from '../platform/route.ts'
import { Actions, Id, IdParams, LocalDate, OrNull, Shape, Version } from '../platform/schemas.ts'
import { Cleaning, cleaningRecord } from './cleaning-record.ts'

const Guests = OrNull(Type.Integer({ description: 'How many guests; null: nobody.' }))
const HousekeepingRoom = Shape(
  {
    roomId: Id,
    number: Type.String(),
    floor: Type.Integer(),
    roomTypeName: Type.String(),
    roomTypeNameEn: Type.String(),
    task: Type.Enum([...ROOM_TASKS]),
    leavingGuests: Guests,
    stayingGuests: Guests,
    arrivingGuests: Guests,
    blocked: Type.Boolean(),
    assignedTo: OrNull(Id),
    assignedToName: OrNull(Type.String()),
    openProblems: Type.Integer(),
    cleaning: OrNull(Cleaning),
    allowedActions: Actions,
  },
  { title: 'HousekeepingRoom' },
)
const Minutes = Type.Integer({ minimum: 1, maximum: 1440 })
const Settings = {
  inspectionRequired: Type.Boolean(),
  startMinutes: Minutes,
  cleaningMinutes: Minutes,
}
const HousekeepingSettings = Shape(
  { ...Settings, version: Version, allowedActions: Actions },
  { title: 'HousekeepingSettings' },
)

const housekeepingRoute = query({
  method: 'get',
  path: '/v1/housekeeping',
  operationId: 'getHousekeeping',
  tag: 'housekeeping',
  permission: 'cleaning.read',
  summary:
    'The rooms of a day for those who clean: by floor, the most urgent first, with numbers of guests and no names',
  query: Shape({ propertyId: Id, date: Type.Optional(LocalDate) }),
  subject: (sql, { query: wish }) => belongingOf(sql, 'property', wish.propertyId),
  output: Shape({
    date: LocalDate,
    businessDate: LocalDate,
    settings: HousekeepingSettings,
    cleaners: Type.Array(Shape({ id: Id, name: Type.String() })),
    counts: Shape(
      Object.fromEntries(ROOM_TASKS.map((task) => [task, Type.Integer()])) as Record<
        RoomTask,
        Type.TInteger
      >,
    ),
    rooms: Type.Array(HousekeepingRoom),
  }),
  async handle({ sql, actor }, { query: wish }) {
    const { now } = await sql.one<{ now: string }>('select house_now() as now')
    const property = await propertyFacts(sql, wish.propertyId, new Date(now))
    const date = wish.date ?? property.businessDate
    const isToday = date === property.businessDate
    const belonging = { issuerId: property.issuerId, propertyId: property.id, memberId: null }
    const rows = await housekeepingRows(sql, property.id, date, isToday)
    const ids = rows.flatMap(({ cleaningId }) => (cleaningId ? [cleaningId] : []))
    const cleanings = new Map((await cleaningsById(sql, ids)).map((row) => [row.id, row]))
    const rooms = rows
      .map((row) => {
        const cleaning = cleanings.get(row.cleaningId ?? '') ?? null
        return housekeepingRoom(
          actor,
          row,
          cleaning,
          belonging,
          date.localeCompare(property.businessDate),
        )
      })
      .toSorted((a, b) => a.floor - b.floor || urgencyOf(a) - urgencyOf(b))
    const count = (task: RoomTask) => rooms.filter((room) => room.task === task).length
    const counts = Object.fromEntries(ROOM_TASKS.map((task) => [task, count(task)]))
    return {
      date,
      businessDate: property.businessDate,
      settings: settingsRecord(actor, found(await findSettings(sql, property.id)), belonging),
      cleaners: await cleanersOf(sql, property.id),
      counts: counts as Record<RoomTask, number>,
      rooms,
    }
  },
})

type Told = { arrivingGuests: number | null; leavingGuests: number | null }
const urgencyOf = (room: Told & { cleaning: { state: CleaningRow['state'] } | null }) =>
  roomUrgency({
    cleaning: room.cleaning?.state ?? null,
    leaving: room.leavingGuests !== null,
    arriving: room.arrivingGuests !== null,
  })

/** `ahead`: 0 for the business date, more for a day to come, less for one that is over. */
function housekeepingRoom(
  actor: Actor,
  row: HousekeepingRow,
  cleaning: CleaningRow | null,
  belonging: Belonging,
  ahead: number,
) {
  const { cleaningId: _, plannedFor, plannedForName, ...room } = row
  const isOpen = cleaning !== null && cleaning.state !== 'done'
  const actions = [
    ...(ahead >= 0 && mayDo(actor, 'cleaning.assign', belonging) ? ['assign'] : []),
    ...(ahead === 0 && !isOpen && mayDo(actor, 'cleaning.request', belonging)
      ? ['request_cleaning']
      : []),
    ...(ahead === 0 && mayDo(actor, 'room_problem.report', belonging) ? ['report_problem'] : []),
  ]
  return {
    ...room,
    task: roomTask({ cleaning: cleaning?.state ?? null, leaving: row.leavingGuests !== null }),
    // Whose it is: what is cleaned already belongs to whoever did it, also when the plan said otherwise.
    assignedTo: cleaning?.assignedTo ?? plannedFor,
    assignedToName: cleaning?.assignedToName ?? plannedForName,
    cleaning: cleaning && cleaningRecord(actor, cleaning),
    allowedActions: actions,
  }
}

type SettingsFacts = NonNullable<Awaited<ReturnType<typeof findSettings>>>
const settingsRecord = (actor: Actor, settings: SettingsFacts, belonging: Belonging) => ({
  ...settings,
  allowedActions: mayDo(actor, 'housekeeping.settings', belonging) ? ['edit'] : [],
})

const ROOMS_AT_ONCE = 100

const assignRoute = command({
  method: 'post',
  path: '/v1/housekeeping/assign',
  operationId: 'assignRooms',
  tag: 'housekeeping',
  permission: 'cleaning.assign',
  summary:
    'Gives rooms of a day to one person, or takes them back: those to come and those being cleaned',
  body: Shape({
    propertyId: Id,
    date: LocalDate,
    roomIds: Type.Array(Id, { minItems: 1, maxItems: ROOMS_AT_ONCE }),
    staffId: Type.Optional({ ...Id, description: 'Without: nobody has them any more.' }),
  }),
  subject: (sql, { body }) => belongingOf(sql, 'property', body.propertyId),
  output: Shape({ rooms: Type.Integer() }),
  problems: ['state_conflict'],
  async handle(context, { body }) {
    await assignRooms(context, { ...body, staffId: body.staffId ?? null })
    return { rooms: new Set(body.roomIds).size }
  },
})

const editSettingsRoute = command({
  method: 'patch',
  path: '/v1/properties/{id}/housekeeping-settings',
  operationId: 'editHousekeepingSettings',
  tag: 'housekeeping',
  permission: 'housekeeping.settings',
  ifMatch: true,
  summary: 'Whether a second person inspects, and how long a cleaning may take to begin and to end',
  params: IdParams,
  body: Shape(Settings),
  subject: byId('property'),
  output: HousekeepingSettings,
  problems: ['version_mismatch'],
  async handle(context, { params, body, version }) {
    await editHousekeepingSettings(context, { propertyId: params.id, version, ...body })
    const belonging = found(await belongingOf(context.sql, 'property', params.id))
    return settingsRecord(
      context.actor,
      found(await findSettings(context.sql, params.id)),
      belonging,
    )
  },
})

export const housekeepingRoutes = [housekeepingRoute, assignRoute, editSettingsRoute]
