import { type CancellableStay, previewStay, type StayCancellation } from './cancellation-preview.ts'
import type { LocalDate } from './local-date.ts'

/**
 * What a guest who leaves on a date is given back of the nights he no longer sleeps. The policy frozen on his
 * stay decides, at the tier that holds from the day of arrival on: it is the one every night of a guest who
 * has arrived is sold under (docs/adr/0007). Points.
 */
export function previewDeparture(
  stay: Omit<CancellableStay, 'paid'>,
  leavesOn: LocalDate,
): StayCancellation {
  const nights = stay.nights.filter(({ night }) => night >= leavesOn)
  return previewStay({ ...stay, nights, paid: true }, leavesOn)
}
