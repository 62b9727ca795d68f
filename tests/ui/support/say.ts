import { en } from '../../../admin-ui/src/platform/i18n/en.ts'
import { ja } from '../../../admin-ui/src/platform/i18n/ja.ts'
import type { Locale, TextKey } from '../../../admin-ui/src/platform/i18n/text-key.ts'

const catalogues = { ja, en }

/** The sentence a person reads, from the screens' own catalogue. */
export function say(
  language: Locale,
  key: TextKey,
  values: Record<string, string | number> = {},
): string {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], catalogues[language])
  const forms = String(found).split('||||')
  const form = forms.length > 1 && values['smart_count'] !== 1 ? forms[1] : forms[0]
  return (form ?? '').trim().replace(/%\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
