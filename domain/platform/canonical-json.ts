/** Anything JSON can say, as it comes out of the books or goes over the wire. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * One spelling for equal values: keys sorted, no spaces, `undefined` left out, moments as RFC 3339. What
 * a digest is made of (decision 18), so that the same content always has the same fingerprint.
 *
 * @throws for what JSON cannot say: two different values must never look the same
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    return `{${parts.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number')
  // The types promise a text; for undefined, a function or a symbol there is none.
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new Error('not a JSON value')
  return text
}
