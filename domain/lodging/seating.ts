import type { LocalDate } from './local-date.ts'

/** Who holds a room from a night on until the day of leaving, and may be given another room. */
export type SeatedParty = {
  readonly stayId: string
  readonly roomId: string
  readonly guests: number
  readonly from: LocalDate
  readonly until: LocalDate
}
/** What stays where it is: a guest in the house, a pinned stay, a room out of use. */
export type FixedHold = {
  readonly roomId: string
  readonly from: LocalDate
  readonly until: LocalDate
}
export type SeatRoom = { readonly id: string; readonly capacity: number }
export type Seating = {
  readonly rooms: readonly SeatRoom[]
  readonly parties: readonly SeatedParty[]
  readonly fixed: readonly FixedHold[]
}
export type SeatWish = {
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  readonly count: number
  /** In each room. */
  readonly guests: number
}
export type SeatPlan = {
  /** The rooms of the wish. */
  readonly roomIds: readonly string[]
  readonly moves: readonly { readonly party: SeatedParty; readonly roomId: string }[]
}

/** Rooms tried before the search gives up: a fraction of a second, whatever is pinned. */
const STEPS_MAX = 20_000

/**
 * Seats a wish by giving others of the type another room (B-21). First only those whose nights it touches may
 * move, then everybody. Taken in order of arrival, first fit never needs more rooms than there are parties
 * at once (interval graphs), so without fixed holds ahead nothing that fits by count is refused; with them,
 * or where rooms of a type hold different numbers, the search goes back where it got stuck, a bounded number of times.
 *
 * @returns null when no seating was found
 */
export function planSeats(seating: Seating, wish: SeatWish): SeatPlan | null {
  const touches = ({ from, until }: FixedHold) => from < wish.checkOut && until > wish.checkIn
  const near = seating.parties.filter(touches)
  const far = seating.parties.filter((party) => !touches(party))
  return (
    search({ ...seating, parties: near, fixed: [...seating.fixed, ...far] }, wish) ??
    (far.length > 0 ? search(seating, wish) : null)
  )
}

type Guest = {
  readonly party: SeatedParty | null
  readonly guests: number
  readonly from: LocalDate
  readonly until: LocalDate
}
type Room = SeatRoom & { readonly fixed: readonly FixedHold[]; until: LocalDate }

function search(seating: Seating, wish: SeatWish): SeatPlan | null {
  const rooms: Room[] = seating.rooms.map(({ id, capacity }) => ({
    id,
    capacity,
    fixed: seating.fixed
      .filter((hold) => hold.roomId === id)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    until: '',
  }))
  const guests = inOrderOfArrival(seating, wish)
  const first = guests[0]
  if (!first) return { roomIds: [], moves: [] }
  // No recursion: a big house has more guests ahead than a stack has frames.
  const seated: Seated[] = []
  let left = candidates(rooms, first)
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const room = left.shift()
    const guest = guests[seated.length] as Guest
    if (room) {
      seated.push({ room, before: room.until, left })
      room.until = guest.until
      const next = guests[seated.length]
      if (!next) return planOf(guests, seated)
      left = candidates(rooms, next)
    } else {
      // No room for this guest: the choice before his is taken back.
      const last = seated.pop()
      if (!last) return null
      last.room.until = last.before
      left = last.left
    }
  }
  return null
}

/** A guest's room, what it was like before him, and the rooms still to be tried for him. */
type Seated = { readonly room: Room; readonly before: LocalDate; readonly left: Room[] }

function inOrderOfArrival({ parties }: Seating, wish: SeatWish): Guest[] {
  const settled: Guest[] = parties.map((party) => ({ ...party, party }))
  const wished = Array.from({ length: wish.count }, () => ({
    party: null,
    guests: wish.guests,
    from: wish.checkIn,
    until: wish.checkOut,
  }))
  return [...settled, ...wished].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )
}

/**
 * The rooms free for a guest: his own first, then the smallest that holds him, then the tightest. Of rooms of
 * one size whose future is the same only one is tried: where it fails, the others fail too.
 */
function candidates(rooms: readonly Room[], guest: Guest): Room[] {
  const own = guest.party?.roomId
  const free = rooms.filter(
    (room) =>
      room.until <= guest.from &&
      (room.capacity >= guest.guests || room.id === own) &&
      !room.fixed.some((hold) => hold.from < guest.until && hold.until > guest.from),
  )
  const nextHold = (room: Room) =>
    room.fixed.find((hold) => hold.from >= guest.until)?.from ?? '9999'
  const ordered = free.toSorted((a, b) => {
    if (a.id === own || b.id === own) return a.id === own ? -1 : 1
    if (a.capacity !== b.capacity) return a.capacity - b.capacity
    const [one, other] = [nextHold(a), nextHold(b)]
    if (one !== other) return one < other ? -1 : 1
    return a.until === b.until ? 0 : a.until > b.until ? -1 : 1
  })
  const futures = new Set<string>()
  return ordered.filter((room) => {
    const holds = room.fixed.filter((hold) => hold.from >= guest.until)
    const future = [room.capacity, ...holds.map((hold) => `${hold.from}/${hold.until}`)].join()
    if (futures.has(future)) return false
    futures.add(future)
    return true
  })
}

function planOf(guests: readonly Guest[], seated: readonly Seated[]): SeatPlan {
  const roomIds: string[] = []
  const moves: SeatPlan['moves'][number][] = []
  for (const [index, { party }] of guests.entries()) {
    const roomId = seated[index]?.room.id ?? ''
    if (party === null) roomIds.push(roomId)
    else if (party.roomId !== roomId) moves.push({ party, roomId })
  }
  return { roomIds, moves }
}

/** The most rooms a wish of these dates can get, between what is free as it is and what fits by count. */
export function mostSeats(
  seating: Seating,
  dates: Omit<SeatWish, 'count'>,
  free: number,
  byCount: number,
): number {
  for (let count = byCount; count > free; count -= 1) {
    if (planSeats(seating, { ...dates, count })) return count
  }
  return free
}
