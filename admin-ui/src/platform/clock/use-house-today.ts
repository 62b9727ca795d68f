import { useQuery } from '@tanstack/react-query'
import { dayOf } from '../formats/moment.ts'
import { useFormats } from '../formats/use-formats.ts'
import { clockQuery } from './clock-query.ts'

/** Today in the house, by its own clock and zone; null until the clock is known. */
export const useHouseToday = (): string | null => {
  const { timeZone } = useFormats()
  const { data: clock } = useQuery(clockQuery)
  return clock ? dayOf(clock.now, timeZone) : null
}
