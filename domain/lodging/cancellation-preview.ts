import {
  type CancellationPolicy,
  type CancellationTier,
  type NightReturn,
  nightReturns,
  tierFor,
} from './cancellation-policy.ts'
import type { LocalDate } from './local-date.ts'

export type CancellableStay = {
  readonly id: string
  readonly roomNumber: string
  readonly roomTypeName: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  readonly policy: CancellationPolicy
  /** False while the order waits for payment: nothing was paid, so nothing is kept or returned. */
  readonly paid: boolean
  readonly nights: readonly { readonly night: LocalDate; readonly amount: number }[]
}

export type StayCancellation = {
  readonly stayId: string
  readonly roomNumber: string
  readonly roomTypeName: string
  readonly checkIn: LocalDate
  readonly checkOut: LocalDate
  readonly tier: CancellationTier
  readonly nights: readonly NightReturn[]
  readonly paid: number
  readonly fee: number
  readonly returned: number
}

/** What cancelling a stay on a date keeps and returns, under the policy frozen on it. Points. */
export function previewStay(stay: CancellableStay, requestedOn: LocalDate): StayCancellation {
  const tier = tierFor(stay.policy, stay.checkIn, requestedOn)
  const nights = nightReturns(
    stay.nights.map(({ night, amount }) => ({ night, paid: stay.paid ? amount : 0 })),
    tier.feePercent,
  )
  const total = (pick: (night: NightReturn) => number) =>
    nights.reduce((sum, night) => sum + pick(night), 0)
  return {
    stayId: stay.id,
    roomNumber: stay.roomNumber,
    roomTypeName: stay.roomTypeName,
    checkIn: stay.checkIn,
    checkOut: stay.checkOut,
    tier,
    nights,
    paid: total((night) => night.paid),
    fee: total((night) => night.fee),
    returned: total((night) => night.returned),
  }
}

/** A lot the points go back to, with its old expiry. */
export type RefilledLot = {
  readonly lotId: string
  readonly lotClass: 'paid' | 'bonus'
  readonly expiresAt: string | null
  readonly amount: number
}

/** Exactly what a manager signs: no moment of computing in it (decision 18). */
export type CancellationPreview = {
  readonly orderId: string
  /** Of a guest in the house who leaves before his day: only his nights from then on are listed. */
  readonly leavesOn?: LocalDate
  readonly stays: readonly StayCancellation[]
  readonly lots: readonly RefilledLot[]
  readonly paid: number
  readonly fee: number
  readonly returned: number
  readonly policyVersion: number
}
