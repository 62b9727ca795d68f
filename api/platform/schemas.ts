import { type Static, type TProperties, type TSchema, Type } from 'typebox'

/** An object that refuses what it does not know. */
export const Shape = <T extends TProperties>(properties: T, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

export const Id = Type.String({
  format: 'uuid',
  examples: ['019a8f6e-6f00-7000-8000-000000000001'],
})
export const LocalDate = Type.String({ format: 'date', examples: ['2026-12-24'] })
export const Moment = Type.String({ format: 'date-time', examples: ['2026-12-24T06:00:00.000Z'] })
export const Points = Type.Integer({
  description: 'Points; one point is one yen.',
  examples: [12000],
})
export const Text = (max: number, min = 1) =>
  Type.String({ minLength: min, maxLength: max, pattern: min > 0 ? '\\S' : '' })
/** For choices in a list without repetitions: where no kind is said, `uniqueItems` compares every pair. */
export const TEXT = { type: 'string' } as const
export const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
export const Version = Type.Integer({ minimum: 1 })
export const Actions = Type.Array(Type.String(), {
  description: 'What the signed-in person may do with it now.',
})

export const IdParams = Shape({ id: Id })
export const Nothing = Shape({})

export const PAGE_SIZE_MAX = 100

/**
 * The query of a list: page, size and sort beside the list's own filters. `sort` is a field, `-` for
 * descending; the first of `sorts` is the default, as it is written.
 */
export function listQuery<T extends TProperties>(
  sorts: readonly [string, ...string[]],
  filters: T,
) {
  return Shape({
    page: Type.Integer({ minimum: 1, maximum: 10_000, default: 1 }),
    perPage: Type.Integer({ minimum: 1, maximum: PAGE_SIZE_MAX, default: 25 }),
    sort: Type.Enum(
      sorts.map((sort) => sort.replace('-', '')).flatMap((sort) => [sort, `-${sort}`]),
      { default: sorts[0] },
    ),
    ...filters,
  })
}

/** A filter of lists whose records other screens refer to: only these. */
export const IdsFilter = {
  ids: Type.Optional(
    Type.Array(Id, { maxItems: PAGE_SIZE_MAX, description: 'Only these, comma separated.' }),
  ),
}

/** Lists have one shape. */
export const listOf = <T extends TSchema>(item: T) =>
  Shape({
    data: Type.Array(item),
    page: Shape({ number: Type.Integer(), size: Type.Integer(), total: Type.Integer() }),
  })

type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T

/** What a handler may return for a schema: rows as they came from the books, unchanged. */
export type Answer<S extends TSchema> = ReadonlyDeep<Static<S>>
