/** A message before it becomes text and HTML: what is said, in the order it is said. */
export type Letter = {
  readonly subject: string
  /** The one line that tells the matter; large in HTML. */
  readonly heading: string
  readonly blocks: readonly LetterBlock[]
}

export type LetterBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** Something the reader must not overlook. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'rows'
      readonly rows: readonly {
        readonly title: string
        readonly detail: string
        readonly amount: string
      }[]
      readonly totals: readonly (readonly [label: string, amount: string])[]
    }
  /** A short code to be typed somewhere, never a link. */
  | { readonly kind: 'code'; readonly code: string }

/** The house that writes. */
export type LetterSender = {
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
}
