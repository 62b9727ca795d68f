import { defineEntity, p } from '@mikro-orm/core'

const RoomTypeSchema = defineEntity({
  name: 'RoomType',
  tableName: 'room_types',
  properties: {
    id: p.uuid().primary(),
    propertyId: p.uuid(),
    code: p.string(),
    name: p.string(),
    nameEn: p.string(),
    capacity: p.integer(),
    version: p.integer().version(),
  },
})
export class RoomType extends RoomTypeSchema.class {}
RoomTypeSchema.setClass(RoomType)
