import { useText } from '../../platform/i18n/use-text.ts'

/** A floor area, or that nobody has measured it. */
export const useArea = () => {
  const t = useText()
  return (areaM2: number | null): string =>
    areaM2 === null ? t('formats.none') : t('rooms.squareMetres', { area: areaM2 })
}
