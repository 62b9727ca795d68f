import { defineEntity, p } from '@mikro-orm/core'

const RoomSchema = defineEntity({
  name: 'Room',
  tableName: 'rooms',
  properties: {
    id: p.uuid().primary(),
    propertyId: p.uuid(),
    dwellingId: p.uuid(),
    roomTypeId: p.uuid(),
    number: p.string(),
    floor: p.integer(),
    areaM2: p.decimal('number').precision(6).scale(2).nullable(),
    capacity: p.integer().nullable(),
    equipment: p.array(),
    description: p.text(),
    retiredAt: p.datetime().nullable(),
    createdAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})
export class Room extends RoomSchema.class {}
RoomSchema.setClass(Room)
