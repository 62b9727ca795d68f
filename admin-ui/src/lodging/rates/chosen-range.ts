import type { NightCalendar } from '../../api/records.ts'
import type { Selection } from './night-selection.ts'

/** The chosen rectangle as nights and types; without one, the rest of the month for every type. */
export const chosenRange = (calendar: NightCalendar, selection: Selection | null) => {
  const { dates, roomTypes, businessDate } = calendar
  const last = dates.at(-1)?.date ?? businessDate
  if (!selection) {
    const first = dates.find(({ date }) => date >= businessDate)?.date ?? dates[0]?.date
    return {
      roomTypeIds: roomTypes.map((type) => type.roomTypeId),
      fromNight: first ?? businessDate,
      untilNight: last,
    }
  }
  const [from, until] = [selection.anchor.day, selection.head.day].toSorted((a, b) => a - b)
  const [top = 0, bottom = 0] = [selection.anchor.type, selection.head.type].toSorted(
    (a, b) => a - b,
  )
  return {
    roomTypeIds: roomTypes.slice(top, bottom + 1).map((type) => type.roomTypeId),
    fromNight: dates[from ?? 0]?.date ?? businessDate,
    untilNight: dates[until ?? 0]?.date ?? last,
  }
}
