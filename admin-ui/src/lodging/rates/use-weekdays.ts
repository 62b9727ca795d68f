import { addDays } from '../../platform/formats/day.ts'
import { useWeekdayName } from './date-head.tsx'

const MONDAY = '2024-01-01'

/** Monday to Sunday by name; their values are the ISO numbers. */
export const useWeekdays = (style: 'short' | 'long' = 'short') => {
  const name = useWeekdayName(style)
  return Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: name(addDays(MONDAY, index)),
  }))
}
