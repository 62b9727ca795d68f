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
const TYPE_SELECT = `t.id, t.property_id as "propertyId", p.issuer_id as "issuerId", t.code, t.name, t.name_en as "nameEn", t.capacity, t.version`
const TYPE_FROM = 'room_types t join properties p on p.id = t.property_id'
export const ROOM_TYPE_SORTS = ['code', 'capacity'] as const

export type RoomTypeFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds: readonly string[]
}

export function listRoomTypes(sql: Sql, filter: RoomTypeFilter, wish: PageWish) {
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
