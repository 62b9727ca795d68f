import { useNamed } from '../platform/i18n/use-text.ts'

/** The room type's name in the language of the screen. */
export const useRoomTypeName = () => {
  const named = useNamed()
  return (of: { roomTypeName: string; roomTypeNameEn: string }): string =>
    named({ name: of.roomTypeName, nameEn: of.roomTypeNameEn })
}
