import type { Timeline, TimelineRoom, TimelineSpan } from '../api/records.ts'

export type TimelineRow = { room: TimelineRoom; spans: TimelineSpan[] }

export const spanKey = ({ roomId, from, stay, block }: TimelineSpan): string =>
  `${roomId}:${stay?.id ?? block?.id}:${from}`

/** Every room with what holds it, in the order of the house. */
export const rowsOf = ({ rooms, spans }: Timeline, roomTypeId: string | null): TimelineRow[] => {
  const byRoom = Map.groupBy(spans, ({ roomId }) => roomId)
  return rooms
    .filter((room) => roomTypeId === null || room.roomTypeId === roomTypeId)
    .map((room) => ({ room, spans: byRoom.get(room.id) ?? [] }))
}

const stepOf: Record<string, [rows: number, spans: number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

/** Where an arrow key leads from a span: along its room, or to the nearest one of the next room that has any. */
export const spanAfter = (
  rows: TimelineRow[],
  current: string,
  key: string,
): TimelineSpan | undefined => {
  const step = stepOf[key]
  const rowIndex = rows.findIndex(({ spans }) => spans.some((span) => spanKey(span) === current))
  const row = rows[rowIndex]
  if (!step || !row) return undefined
  const index = row.spans.findIndex((span) => spanKey(span) === current)
  const [down, along] = step
  if (along !== 0) return row.spans[index + along]
  const from = row.spans[index]?.from ?? ''
  for (let next = rowIndex + down; rows[next]; next += down) {
    const found = nearest(rows[next]?.spans ?? [], from)
    if (found) return found
  }
  return undefined
}

const nearest = (spans: TimelineSpan[], from: string): TimelineSpan | undefined =>
  spans.toSorted((a, b) => distance(a.from, from) - distance(b.from, from))[0]

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))
