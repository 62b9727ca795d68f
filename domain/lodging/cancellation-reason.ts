/** Why guests cancel, as far as it is counted (003-28); what they say stands beside it in their own words. */
export const CANCELLATION_REASONS = [
  'plans_changed',
  'illness',
  'weather',
  'duplicate',
  'price',
  'house',
  'other',
] as const
export type CancellationReason = (typeof CANCELLATION_REASONS)[number]
