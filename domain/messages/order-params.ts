/** What a letter about an order says of it, frozen when it is written. */
export type OrderParams = {
  readonly number: string
  readonly checkIn: string
  readonly checkOut: string
  readonly checkInFrom: string
  readonly checkOutBy: string
  readonly timeZone: string
  /** RFC 3339; what is not paid by then is released. */
  readonly payBy: string
  readonly total: number
  readonly rooms: readonly RoomParams[]
}

export type RoomParams = {
  readonly type: string
  readonly typeEn: string
  readonly number: string
  readonly checkIn: string
  readonly checkOut: string
  readonly guests: number
  readonly amount: number
}

export type CancellationParams = {
  readonly number: string
  /** Of the rooms the request speaks of. */
  readonly rooms: readonly RoomParams[]
  readonly fee: number
  readonly returned: number
}
