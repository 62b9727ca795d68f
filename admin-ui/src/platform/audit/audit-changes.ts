import type { AuditEvent } from '../../api/records.ts'

export type Change = { field: string; before: string | null; after: string | null }

type Facts = AuditEvent['before']

/** What differs between before and after, field by field; ids of other records say nothing to a reader. */
export const changesOf = (before: Facts, after: Facts): Change[] => {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .map((field) => ({ field, before: shown(before?.[field]), after: shown(after?.[field]) }))
    .filter((change) => change.before !== change.after)
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$/
const SHOWN_MAX = 160

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return listed(value)
  if (typeof value === 'object') return cut(JSON.stringify(value))
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return ID.test(text) ? null : cut(text)
}

const listed = (values: unknown[]): string | null => {
  const texts = values.flatMap((value) => shown(value) ?? [])
  return texts.length === 0 ? null : cut(texts.join(', '))
}

const cut = (text: string) => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text)
