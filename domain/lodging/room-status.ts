export const ROOM_STATUSES = [
  'available',
  'reserved',
  'occupied',
  'cleaning',
  'maintenance',
  'unavailable',
] as const
/** 空室 · 予約済 · 入室中 · 清掃中 · メンテナンス中 · 利用不可 (source 003). */
export type RoomStatus = (typeof ROOM_STATUSES)[number]

/** The three axes a room's state is made of at a moment (features.md, decision 9). */
export type RoomFacts = {
  /** Somebody is inside. Only meaningful for the present. */
  readonly occupied: boolean
  readonly block: 'maintenance' | 'unavailable' | null
  /** A cleaning is open. Only meaningful for the present. */
  readonly cleaning: boolean
  /** The night is sold or held. */
  readonly reserved: boolean
}

/** The six statuses are a projection, never stored: a guest inside first, then what keeps guests out. */
export function roomStatus(facts: RoomFacts): RoomStatus {
  if (facts.occupied) return 'occupied'
  if (facts.block) return facts.block
  if (facts.cleaning) return 'cleaning'
  return facts.reserved ? 'reserved' : 'available'
}
