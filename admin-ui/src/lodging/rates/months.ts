import { addDays } from '../../platform/formats/day.ts'

/** Months are `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7)

export const lastOfMonth = (first: string): string => {
  const next = addDays(first, 31)
  return addDays(`${monthOf(next)}-01`, -1)
}

export const addMonths = (month: string, months: number): string => {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}
