import type { paths } from '../api/schema.d.ts'

type CancelBody =
  paths['/v1/orders/{id}/cancel']['post']['requestBody']['content']['application/json']

export type CancellationReason = NonNullable<CancelBody['reasonCode']>

/** The kinds of reasons the house counts, the usual ones first. */
export const cancellationReasons: CancellationReason[] = [
  'plans_changed',
  'illness',
  'weather',
  'duplicate',
  'price',
  'house',
  'other',
]
