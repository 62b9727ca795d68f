/** What stands in the way of erasing a member, counted from the books. */
export type ErasureFacts = {
  /** Stays booked, waited for or under way. */
  readonly openStays: number
  /** Points that can still be spent: they are the member's money. */
  readonly points: number
  /** Requests nobody has decided, or whose decision has not taken effect. */
  readonly openRequests: number
}

export type Obstacle = 'open_stays' | 'points_left' | 'open_requests'

/** Why a member cannot be erased yet; nothing: he can (003-11, features.md 1.6-10). */
export const erasureObstacles = (facts: ErasureFacts): readonly Obstacle[] => [
  ...(facts.openStays > 0 ? (['open_stays'] as const) : []),
  ...(facts.points > 0 ? (['points_left'] as const) : []),
  ...(facts.openRequests > 0 ? (['open_requests'] as const) : []),
]

/** What stands where the person's own values stood. */
export const NOBODY = {
  name: '消去済み (erased)',
  kana: 'ショウキョズミ',
  phone: '00000',
  birthDate: '1900-01-01',
} as const
