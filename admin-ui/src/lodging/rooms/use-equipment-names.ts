import { useText } from '../../platform/i18n/use-text.ts'
import { useEquipment } from './use-room-choices.ts'

/** Codes as words, in the order in which the house lists them. */
export const useEquipmentNames = () => {
  const t = useText()
  const equipment = useEquipment()
  return (codes: readonly string[]): string =>
    equipment
      .filter(({ id }) => codes.includes(id))
      .map(({ name }) => name)
      .join(t('rooms.comma')) || t('formats.none')
}
