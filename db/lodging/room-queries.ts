import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type RoomTypeRow = {
  id: string
  propertyId: string
  issuerId: string
  code: string
  name: string
  nameEn: string
  capacity: number
  version: number
}
export type RoomRow = {
  id: string
  propertyId: string
  issuerId: string
  dwellingId: string
  roomTypeId: string
  roomTypeName: string
  roomTypeNameEn: string
  number: string
  floor: number
  capacity: number
  retired: boolean
  version: number
}

const TYPE_SELECT = `t.id, t.property_id as "propertyId", p.issuer_id as "issuerId", t.code, t.name, t.name_en as "nameEn", t.capacity, t.version`
const TYPE_FROM = 'room_types t join properties p on p.id = t.property_id'
export const ROOM_TYPE_SORTS = ['code', 'capacity'] as const

type Filter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds: readonly string[]
}

export function listRoomTypes(sql: Sql, filter: Filter, wish: PageWish) {
  const where = new Conditions()
    .when(filter.propertyIds, 't.property_id = any(?::uuid[])')
    .when(filter.ids, 't.id = any(?::uuid[])')
  return listPage<RoomTypeRow>(
    sql,
    {
      select: TYPE_SELECT,
      from: TYPE_FROM,
      where,
      sorts: { code: 't.code', capacity: 't.capacity' },
      key: 't.id',
    },
    wish,
  )
}
export const findRoomType = (sql: Sql, id: string) =>
  sql.maybe<RoomTypeRow>(`select ${TYPE_SELECT} from ${TYPE_FROM} where t.id = $1`, [id])

const ROOM_SELECT = `r.id, r.property_id as "propertyId", p.issuer_id as "issuerId", r.dwelling_id as "dwellingId",
  r.room_type_id as "roomTypeId", t.name as "roomTypeName", t.name_en as "roomTypeNameEn", r.number, r.floor, t.capacity,
  r.retired_at is not null as retired, r.version`
const ROOM_FROM =
  'rooms r join room_types t on t.id = r.room_type_id join properties p on p.id = r.property_id'
export const ROOM_SORTS = ['number', 'floor'] as const

export function listRooms(
  sql: Sql,
  filter: Filter & {
    readonly roomTypeId?: string | undefined
    readonly retired?: boolean | undefined
  },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(filter.propertyIds, 'r.property_id = any(?::uuid[])')
    .when(filter.ids, 'r.id = any(?::uuid[])')
    .when(filter.roomTypeId, 'r.room_type_id = ?::uuid')
    .when(filter.retired, '(r.retired_at is not null) = ?')
  return listPage<RoomRow>(
    sql,
    {
      select: ROOM_SELECT,
      from: ROOM_FROM,
      where,
      sorts: { number: 'r.number', floor: 'r.floor' },
      key: 'r.id',
    },
    wish,
  )
}
export const findRoom = (sql: Sql, id: string) =>
  sql.maybe<RoomRow>(`select ${ROOM_SELECT} from ${ROOM_FROM} where r.id = $1`, [id])
