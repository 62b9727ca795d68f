import { useLocale, useTranslate } from 'react-admin'
import type { Locale, TextKey } from './text-key.ts'

export type TextValues = { smart_count?: number } & Record<string, string | number>
export type Text = (key: TextKey, values?: TextValues) => string

/** `translate` that knows the keys. */
export const useText = (): Text => useTranslate() as Text

export const useUiLocale = (): Locale => (useLocale() === 'en' ? 'en' : 'ja')

/** Names that the house keeps in both languages. */
export const useNamed = () => {
  const locale = useUiLocale()
  return (names: { name: string; nameEn: string }): string =>
    locale === 'en' && names.nameEn ? names.nameEn : names.name
}
