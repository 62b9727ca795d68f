export const LOT_CLASSES = ['paid', 'bonus'] as const
export type LotClass = (typeof LOT_CLASSES)[number]

/** One point is one yen; amounts are whole. A single top-up at the desk. */
export const TOP_UP_MIN = 1_000
export const TOP_UP_MAX = 1_000_000

/** The end of validity of points issued at a moment: the same day so many months on (clamped to the month's end). */
export function lotExpiry(issuedAt: Date, validityMonths: number | null): Date | null {
  if (validityMonths === null) return null
  const expiry = new Date(issuedAt)
  const day = expiry.getUTCDate()
  expiry.setUTCDate(1)
  expiry.setUTCMonth(expiry.getUTCMonth() + validityMonths)
  const lastDay = new Date(
    Date.UTC(expiry.getUTCFullYear(), expiry.getUTCMonth() + 1, 0),
  ).getUTCDate()
  expiry.setUTCDate(Math.min(day, lastDay))
  return expiry
}
