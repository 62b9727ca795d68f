import type { ja } from './ja.ts'

type Keys<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Keys<T[K], `${Prefix}${K}.`>
}[keyof T & string]

export type ShapeOf<T> = { [K in keyof T]: T[K] extends string ? string : ShapeOf<T[K]> }

/** A key that exists. A missing or misspelt one does not compile. */
export type TextKey = Keys<typeof ja>

/** What another language has to bring: the same keys, all of them. */
export type Catalogue = ShapeOf<typeof ja>

export type Locale = 'ja' | 'en'
