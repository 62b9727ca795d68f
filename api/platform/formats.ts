import type { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const install = addFormats as unknown as (ajv: Ajv2020) => void

/** As we write ids: lower case, so that equal ids are equal texts everywhere. No `urn:uuid:`, which PostgreSQL refuses. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** A day of the calendar that JavaScript and PostgreSQL both know: years 0001 to 9999. */
export const isDate = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !text.startsWith('0000') && isoDay(`${text}T00:00:00Z`) === text

const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** RFC 3339, without the leap second, which is no moment to a computer. */
const isMoment = (text: string) =>
  isDate(MOMENT.exec(text)?.[1] ?? '') && !Number.isNaN(Date.parse(text))

function isoDay(text: string): string | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10)
}

/** The formats of our schemas; where the usual ones let through what the books cannot hold, our own. */
export function installFormats(ajv: Ajv2020): void {
  install(ajv)
  ajv.addFormat('uuid', UUID)
  ajv.addFormat('date', isDate)
  ajv.addFormat('date-time', isMoment)
}

/** Where a text holds what no column can: NUL, or half of a character. For values that fit their schema. */
export function unwritableTexts(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? [pointer] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => unwritableTexts(item, `${pointer}/${key}`))
}
