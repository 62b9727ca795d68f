export const LINE_STATUSES = [
  'pending',
  'confirmed',
  'in_house',
  'departed',
  'expired',
  'cancelled',
  'no_show',
] as const
export type LineStatus = (typeof LINE_STATUSES)[number]
export type OrderStatus = LineStatus

/** The first of these that any line is in. A guest in the house outweighs what is still to come. */
const PRECEDENCE: readonly LineStatus[] = [
  'in_house',
  'pending',
  'confirmed',
  'departed',
  'no_show',
  'cancelled',
  'expired',
]

/** An order has no status of its own: it is a function of its lines (the view `order_states` says the same). */
export function orderStatus(lines: readonly { readonly status: LineStatus }[]): OrderStatus {
  const found = PRECEDENCE.find((status) => lines.some((line) => line.status === status))
  if (!found) throw new Error('an order has at least one line')
  return found
}

/** Lines that still hold a room. */
export const isOpen = (status: LineStatus) =>
  status === 'pending' || status === 'confirmed' || status === 'in_house'
