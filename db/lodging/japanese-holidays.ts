import holidayJp from '@holiday-jp/holiday_jp'
import type { DayName } from '../../domain/lodging/house-calendar.ts'
import type { LocalDate } from '../../domain/lodging/local-date.ts'

type Holiday = { readonly name: string; readonly name_en: string }
const HOLIDAYS: Readonly<Record<LocalDate, Holiday>> = holidayJp.holidays

/** The nation's holidays, substitutes included. What is announced differently is a row of calendar_days. */
export function nationalHoliday(day: LocalDate): DayName | null {
  const found = HOLIDAYS[day]
  return found ? { name: found.name, nameEn: found.name_en } : null
}
