import { addDays } from '../../platform/formats/day.ts'

/** A month by its first day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

export const addMonths = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 10)
}

export const lastDayOf = (month: string): string => addDays(addMonths(month, 1), -1)
