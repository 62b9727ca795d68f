import { Conditions, listPage, type PageWish } from '../platform/list-page.ts'
import type { Sql } from '../platform/sql.ts'

export type BlockRow = {
  id: string
  propertyId: string
  issuerId: string
  roomId: string
  roomNumber: string
  kind: 'maintenance' | 'unavailable'
  fromNight: string
  untilNight: string
  reason: string
  createdAt: string
  warnAt: string | null
  releaseAt: string
  releasedAt: string | null
  version: number
}

const SELECT = `b.id, b.property_id as "propertyId", p.issuer_id as "issuerId", b.room_id as "roomId", r.number as "roomNumber",
  b.kind, b.from_night as "fromNight", b.until_night as "untilNight", b.reason, b.created_at as "createdAt",
  b.warn_at as "warnAt", b.release_at as "releaseAt", b.released_at as "releasedAt", b.version`
const FROM =
  'room_blocks b join rooms r on r.id = b.room_id join properties p on p.id = b.property_id'

export const BLOCK_SORTS = ['-fromNight', 'untilNight'] as const

export function listBlocks(
  sql: Sql,
  filter: {
    readonly propertyIds: readonly string[]
    readonly roomId?: string | undefined
    readonly open?: boolean | undefined
  },
  wish: PageWish,
) {
  const where = new Conditions()
    .when(filter.propertyIds, 'b.property_id = any(?::uuid[])')
    .when(filter.roomId, 'b.room_id = ?::uuid')
    .when(filter.open, '(b.released_at is null) = ?')
  const sorts = { fromNight: 'b.from_night', untilNight: 'b.until_night' }
  return listPage<BlockRow>(sql, { select: SELECT, from: FROM, where, sorts, key: 'b.id' }, wish)
}

export const findBlock = (sql: Sql, id: string) =>
  sql.maybe<BlockRow>(`select ${SELECT} from ${FROM} where b.id = $1`, [id])
