import type { Sql } from './sql.ts'

export type Page<T> = {
  readonly data: T[]
  readonly page: { readonly number: number; readonly size: number; readonly total: number }
}
export type PageWish = { readonly page: number; readonly perPage: number; readonly sort: string }

/** Conditions of a list with their values, numbered as they come: `?` stands for the value. */
export class Conditions {
  readonly values: unknown[] = []
  readonly #parts: string[] = []

  /** Adds the condition when there is a value to compare with. */
  when(value: unknown, text: string): this {
    if (value === undefined) return this
    this.values.push(value)
    this.#parts.push(text.replaceAll('?', `$${this.values.length}`))
    return this
  }

  /** A value the list's `from` or its sorts need: what stands for it in the text. */
  place(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  get text(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.map((part) => `(${part})`).join(' and ')
  }
}

/**
 * One page of a list with its total. `sorts` maps the names a caller may sort by to columns; the key
 * closes every order, so that pages never overlap.
 */
export async function listPage<T>(
  sql: Sql,
  list: {
    readonly select: string
    readonly from: string
    /** What the conditions alone are about, where `from` joins more: counting needs no more than that. */
    readonly counted?: string
    readonly where: Conditions
    readonly sorts: Readonly<Record<string, string>>
    readonly key: string
  },
  wish: PageWish,
): Promise<Page<T>> {
  const descending = wish.sort.startsWith('-')
  const column = list.sorts[descending ? wish.sort.slice(1) : wish.sort]
  if (!column) throw new Error(`no sort ${wish.sort}`)
  const direction = descending ? 'desc' : 'asc'
  const { values, text } = list.where
  const { total } = await sql.one<{ total: number }>(
    `select count(*) as total from ${list.counted ?? list.from} where ${text}`,
    values,
  )
  const data = await sql.rows<T>(
    `select ${list.select} from ${list.from} where ${text}
     order by ${column} ${direction} nulls ${descending ? 'first' : 'last'}, ${list.key} ${direction}
     limit ${wish.perPage} offset ${(wish.page - 1) * wish.perPage}`,
    values,
  )
  return { data, page: { number: wish.page, size: wish.perPage, total } }
}
