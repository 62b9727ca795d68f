import { DomainError } from '../platform/errors.ts'

/** Living room the home-sharing law asks for per guest (japan.md 3d). */
export const M2_PER_GUEST = 3.3

/** How many guests a floor area allows. In hundredths, so that 9.9 m² are room for three. */
export const guestsByArea = (areaM2: number): number =>
  Math.floor(Math.round(areaM2 * 100) / Math.round(M2_PER_GUEST * 100))

/**
 * A room's own capacity stays within what its area allows; where no area is known nothing can be said.
 *
 * @throws DomainError capacity_beyond_area
 */
export function assertCapacityFits(room: {
  readonly areaM2?: number | null | undefined
  readonly capacity?: number | null | undefined
}): void {
  if (room.areaM2 == null || room.capacity == null) return
  const most = guestsByArea(room.areaM2)
  if (room.capacity > most) {
    throw new DomainError('capacity_beyond_area', { area: room.areaM2, capacity: most })
  }
}
