/** `YYYY-MM-DD` in the property's zone. A night is named by the date it begins on. */
export type LocalDate = string

const DAY_MS = 86_400_000

const epochDay = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`) / DAY_MS

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((epochDay(date) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** The nights of a stay, in order: check-in included, check-out not. */
export function nightsOf(checkIn: LocalDate, checkOut: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(checkIn, checkOut)) }, (_, index) =>
    addDays(checkIn, index),
  )
}
