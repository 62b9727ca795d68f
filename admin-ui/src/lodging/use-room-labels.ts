import type { Stay } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'

const SHOWN = 3

/** The rooms of an order in one short line: numbers where known, else how many. */
export const useRoomLabels = () => {
  const t = useText()
  return (stays: Pick<Stay, 'roomNumber'>[]): string => {
    const numbers = stays.flatMap(({ roomNumber }) => (roomNumber ? [roomNumber] : []))
    if (numbers.length === 0 || numbers.length > SHOWN) {
      return t('formats.rooms', { smart_count: stays.length })
    }
    return numbers.join(', ')
  }
}
