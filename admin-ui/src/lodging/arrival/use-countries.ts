import { useMemo } from 'react'
import { intlLocale } from '../../platform/formats/day.ts'
import { useUiLocale } from '../../platform/i18n/use-text.ts'
import { COUNTRIES, JAPAN } from './countries.ts'

export type Country = { code: string; name: string }

/** Countries and regions by their names in the chosen language, Japan first. */
export const useCountries = (): { all: Country[]; nameOf: (code: string) => string } => {
  const locale = useUiLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(intlLocale(locale), { type: 'region' })
    const nameOf = (code: string) => names.of(code) ?? code
    const all = COUNTRIES.map((code) => ({ code, name: nameOf(code) }))
    const order = new Intl.Collator(intlLocale(locale))
    return {
      nameOf,
      all: all.toSorted((a, b) =>
        a.code === JAPAN ? -1 : b.code === JAPAN ? 1 : order.compare(a.name, b.name),
      ),
    }
  }, [locale])
}
