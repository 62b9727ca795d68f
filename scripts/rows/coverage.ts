import type { TestName } from './test-names.ts'

export type Row = { readonly id: string; readonly behaviour: string }
export type CoveredRow = Row & { readonly tests: readonly TestName[] }

const ID = /\b(?:00[0-4]-\d\d|[BW]-?\d\d)\b/g

/** The rows of docs/rows.md. @throws when an id stands there twice */
export function readRows(markdown: string): Row[] {
  const rows = [...markdown.matchAll(/^\| (00[0-4]-\d\d|B-\d\d|W\d\d) \| (.+) \|$/gm)].map(
    ([, id = '', behaviour = '']) => ({ id, behaviour }),
  )
  const twice = rows.find(({ id }, index) => rows.findIndex((row) => row.id === id) !== index)
  if (twice) throw new Error(`docs/rows.md names ${twice.id} twice`)
  return rows
}

/** Which tests speak of each row; and the ids that tests speak of although no such row is written down. */
export function cover(
  rows: readonly Row[],
  tests: readonly TestName[],
): { covered: CoveredRow[]; unknown: string[] } {
  const byId = new Map<string, TestName[]>()
  for (const one of tests)
    for (const id of new Set(one.name.match(ID) ?? [])) byId.set(id, [...(byId.get(id) ?? []), one])
  const known = new Set(rows.map(({ id }) => id))
  return {
    covered: rows.map((row) => ({ ...row, tests: byId.get(row.id) ?? [] })),
    unknown: [...byId.keys()].filter((id) => !known.has(id)).toSorted(),
  }
}
