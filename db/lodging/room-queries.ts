import type { RoomStatus } from '../../domain/lodging/room-status.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'
import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'
import { roomFactsOn } from './room-facts.ts'

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
  areaM2: number | null
  /** Its own; null: its type's. */
  ownCapacity: number | null
  /** What counts: its own or its type's, within what the area allows. */
  capacity: number
  equipment: string[]
  description: string
  pictures: { id: string; width: number; height: number }[]
  status: RoomStatus
  occupied: boolean
  cleaning: boolean
  block: 'maintenance' | 'unavailable' | null
  retired: boolean
  version: number
}

const SELECT = `r.id, r.property_id as "propertyId", p.issuer_id as "issuerId", r.dwelling_id as "dwellingId",
  r.room_type_id as "roomTypeId", t.name as "roomTypeName", t.name_en as "roomTypeNameEn", r.number, r.floor,
  r.area_m2 as "areaM2", r.capacity as "ownCapacity", room_capacity(r, t.capacity) as capacity, r.equipment, r.description,
  coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'width', i.width, 'height', i.height) order by k.position)
    from room_pictures k join pictures i on i.id = k.picture_id where k.room_id = r.id), '[]') as pictures,
  f.occupied, f.cleaning, f.block, room_status(f.occupied, f.block, f.cleaning, f.reserved) as status,
  r.retired_at is not null as retired, r.version`
const from = (date: string) =>
  `rooms r join room_types t on t.id = r.room_type_id join properties p on p.id = r.property_id ${roomFactsOn(date)}`

export const ROOM_SORTS = ['number', 'floor', 'capacity', 'areaM2'] as const
const SORTS = {
  number: 'r.number',
  floor: 'r.floor',
  capacity: 'room_capacity(r, t.capacity)',
  areaM2: 'r.area_m2',
}

export type RoomFilter = {
  readonly ids?: readonly string[] | undefined
  readonly propertyIds: readonly string[]
  readonly roomTypeId?: string | undefined
  readonly retired?: boolean | undefined
  /** Part of the number. */
  readonly q?: string | undefined
  readonly status?: readonly RoomStatus[] | undefined
  /** The day the status is asked for; without it now. */
  readonly date?: LocalDate | undefined
  readonly capacityMin?: number | undefined
  readonly floor?: number | undefined
  /** All of these. */
  readonly equipment?: readonly string[] | undefined
  /** Nights from the one on, up to the other day: held by nobody, sold or blocked. */
  readonly free?: { readonly from: LocalDate; readonly until: LocalDate } | undefined
}

/** Rooms by all that can be asked of them (003-02), one statement however many conditions. */
export function listRooms(sql: Sql, filter: RoomFilter, wish: PageWish) {
  const where = new Conditions()
  const date = `${where.place(filter.date ?? null)}::date`
  where
    .when(filter.propertyIds, 'r.property_id = any(?::uuid[])')
    .when(filter.ids, 'r.id = any(?::uuid[])')
    .when(filter.roomTypeId, 'r.room_type_id = ?::uuid')
    .when(filter.retired, '(r.retired_at is not null) = ?')
    .when(filter.q, "r.number ilike '%' || like_text(?) || '%'")
    .when(
      filter.status,
      'room_status(f.occupied, f.block, f.cleaning, f.reserved) = any(?::text[])',
    )
    .when(filter.capacityMin, 'room_capacity(r, t.capacity) >= ?')
    .when(filter.floor, 'r.floor = ?')
    .when(filter.equipment, 'r.equipment @> ?::text[]')
    .when(
      filter.free && [filter.free.from, filter.free.until],
      'not exists (select from room_nights n where n.room_id = r.id and n.night >= (?::date[])[1] and n.night < (?::date[])[2])',
    )
  return listPage<RoomRow>(
    sql,
    { select: SELECT, from: from(date), where, sorts: SORTS, key: 'r.id' },
    wish,
  )
}

export const findRoom = (sql: Sql, id: string) =>
  sql.maybe<RoomRow>(`select ${SELECT} from ${from('null::date')} where r.id = $1`, [id])

export type EquipmentRow = { code: string; name: string; nameEn: string }

export const listEquipment = (sql: Sql) =>
  sql.rows<EquipmentRow>('select code, name, name_en as "nameEn" from equipment order by position')
