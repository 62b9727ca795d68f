import { LockMode } from '@mikro-orm/core'
import { assertCapacityFits } from '../../domain/lodging/room-area.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { Room } from '../../db/lodging/room.ts'
import { ordersHolding } from '../../db/lodging/room-facts.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { roomSold } from './room-refusals.ts'

export type NewRoom = {
  readonly propertyId: string
  readonly roomTypeId: string
  readonly number: string
  readonly floor: number
  /** Null: not measured, so nothing is checked against it. */
  readonly areaM2?: number | null
  /** Null: as many as the type says. */
  readonly capacity?: number | null
  /** Codes of the table `equipment`. */
  readonly equipment?: readonly string[]
  readonly description?: string
}
export type RoomChanges = Partial<Omit<NewRoom, 'propertyId'>>

const shown = (room: Room) => ({
  number: room.number,
  floor: room.floor,
  roomTypeId: room.roomTypeId,
  areaM2: room.areaM2 ?? null,
  capacity: room.capacity ?? null,
  equipment: room.equipment,
  description: room.description,
})

/** A room joins the property's dwelling and can be sold from then on. */
export async function createRoom(context: Context, input: NewRoom): Promise<{ roomId: string }> {
  const place = await context.sql.maybe<{ dwelling_id: string }>(
    `select d.id as dwelling_id from room_types t join dwellings d on d.property_id = t.property_id
     where t.id = $1 and t.property_id = $2 order by d.id limit 1`,
    [input.roomTypeId, input.propertyId],
  )
  if (!place) throw new DomainError('not_found')
  assertCapacityFits(input)
  const room = context.em.create(Room, {
    id: newId(),
    ...input,
    equipment: await knownEquipment(context, input.equipment ?? []),
    description: input.description ?? '',
    dwellingId: place.dwelling_id,
    createdAt: context.now,
  })
  await context.em.flush()
  context.audit({
    verb: 'room.created',
    subject: { kind: 'room', id: room.id },
    propertyId: input.propertyId,
    after: shown(room),
  })
  return { roomId: room.id }
}

/** What is sold keeps its room: neither another type nor fewer places while a party counts on them. */
export async function editRoom(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly changes: RoomChanges },
): Promise<void> {
  const { changes } = input
  await lockTypes(context, input.id, changes.roomTypeId)
  const room = await context.em.findOne(Room, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!room) throw new DomainError('not_found')
  if (room.version !== input.version) throw new DomainError('version_mismatch')
  const before = shown(room)
  const { equipment, ...rest } = changes
  context.em.assign(room, {
    ...rest,
    ...(equipment ? { equipment: await knownEquipment(context, equipment) } : {}),
  })
  assertCapacityFits(room)
  const otherType = room.roomTypeId !== before.roomTypeId
  const fewer = room.capacity !== before.capacity || room.areaM2 !== before.areaM2
  if (otherType) await assertTypeOfProperty(context, room)
  await context.em.flush()
  if (otherType || fewer) await assertNobodyCounts(context, room, otherType)
  context.audit({
    verb: 'room.edited',
    subject: { kind: 'room', id: room.id },
    propertyId: room.propertyId,
    before,
    after: shown(room),
  })
}

/** Seats of a type are given under its lock: nobody sells the room while it changes. */
async function lockTypes({ sql }: Context, roomId: string, other?: string): Promise<void> {
  await sql.run(
    `select lock_room_types(array_remove(array[r.room_type_id, $2::uuid], null)) from rooms r where r.id = $1`,
    [roomId, other ?? null],
  )
}

async function assertTypeOfProperty({ sql }: Context, room: Room): Promise<void> {
  const type = await sql.maybe('select from room_types where id = $1 and property_id = $2', [
    room.roomTypeId,
    room.propertyId,
  ])
  if (!type) throw new DomainError('not_found')
}

async function assertNobodyCounts(context: Context, room: Room, anybody: boolean): Promise<void> {
  const { sql, now } = context
  const { today, capacity } = await sql.one<{ today: string; capacity: number }>(
    `select business_date(p, $2) as today, room_capacity(r, t.capacity) as capacity
     from rooms r join room_types t on t.id = r.room_type_id join properties p on p.id = r.property_id where r.id = $1`,
    [room.id, now],
  )
  const guestsAbove = anybody ? 0 : capacity
  const orders = await ordersHolding(sql, room.id, { from: today, guestsAbove })
  if (orders.length > 0) throw await roomSold(context, room.id, orders)
}

/** In the list's order, each once; a code that nobody knows is refused. */
async function knownEquipment({ sql }: Context, codes: readonly string[]): Promise<string[]> {
  const known = await sql.rows<{ code: string }>(
    'select code from equipment where code = any($1::text[]) order by position',
    [codes],
  )
  if (known.length < new Set(codes).size) {
    const field = { pointer: '/equipment', code: 'enum', message: 'equipment' }
    throw new DomainError('validation_failed', {}, { fields: [field] })
  }
  return known.map((one) => one.code)
}
