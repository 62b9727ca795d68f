/** One refusal: its HTTP status, whether Temporal may try again, and the sentence in both languages. */
export type ErrorRow = {
  readonly status: number
  readonly retryable: boolean
  readonly ja: { readonly title: string; readonly detail: string }
  readonly en: { readonly title: string; readonly detail: string }
}

/** `{name}` in a sentence is replaced by a parameter. */
export const row = (
  status: number,
  ja: readonly [string, string],
  en: readonly [string, string],
  retryable = false,
): ErrorRow => ({
  status,
  retryable,
  ja: { title: ja[0], detail: ja[1] },
  en: { title: en[0], detail: en[1] },
})
