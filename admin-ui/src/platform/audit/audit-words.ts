import { ja } from '../i18n/ja.ts'
import type { Text } from '../i18n/use-text.ts'

type KnownVerb = keyof typeof ja.audit.verbs
type KnownField = keyof typeof ja.audit.fields
type KnownStatus = keyof typeof ja.orders.statuses

/** Every verb has words (a test sees to it); a server newer than this page may know more. */
export const verbName = (verb: string, t: Text): string => {
  const key = verb.replaceAll('.', '_')
  return key in ja.audit.verbs ? t(`audit.verbs.${key as KnownVerb}`) : verb
}

export const fieldName = (field: string, t: Text): string =>
  field in ja.audit.fields ? t(`audit.fields.${field as KnownField}`) : field

export const valueName = (field: string, value: string | null, t: Text): string => {
  if (value === null) return t('formats.none')
  return field === 'status' && value in ja.orders.statuses
    ? t(`orders.statuses.${value as KnownStatus}`)
    : value
}
