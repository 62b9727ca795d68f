import { daysBetween, type LocalDate } from './local-date.ts'

export const BENEFIT_BASES = ['night', 'check_in', 'booking_date'] as const
export const LEAP_DAYS = ['feb_28', 'mar_1'] as const
export const ROUNDINGS = ['down', 'up', 'nearest'] as const

/** 003-15 as a property sets it: so many percent off when a day lies near the member's birthday. */
export type BirthdayBenefit = {
  readonly percent: number
  readonly daysAround: number
  /** Which day must lie near it: each night by itself, the arrival, or the day of the booking. */
  readonly basis: (typeof BENEFIT_BASES)[number]
  /** When somebody born on 29 February has his birthday in other years. */
  readonly leapDay: (typeof LEAP_DAYS)[number]
  /** Of what is left to pay for the room-night. */
  readonly rounding: (typeof ROUNDINGS)[number]
}

/** Frozen with the price. It names the setting, never the birthday: that stays with the member. */
export type DiscountRule = BirthdayBenefit & { readonly kind: 'birthday' }

export type StayMoments = {
  readonly night: LocalDate
  readonly checkIn: LocalDate
  readonly bookedOn: LocalDate
}

/** Whether a night of a stay is one of those the benefit is for. */
export function earnsBenefit(
  benefit: BirthdayBenefit,
  birthDate: LocalDate,
  moments: StayMoments,
): boolean {
  if (benefit.percent === 0) return false
  const day = {
    night: moments.night,
    check_in: moments.checkIn,
    booking_date: moments.bookedOn,
  }[benefit.basis]
  const year = Number(day.slice(0, 4))
  // The year before and after as well: the days around a birthday do not end with the year.
  return [year - 1, year, year + 1].some(
    (one) =>
      Math.abs(daysBetween(birthdayIn(one, birthDate, benefit.leapDay), day)) <= benefit.daysAround,
  )
}

function birthdayIn(
  year: number,
  birthDate: LocalDate,
  leapDay: BirthdayBenefit['leapDay'],
): LocalDate {
  const monthAndDay = birthDate.slice(5)
  const text = String(year).padStart(4, '0')
  if (monthAndDay !== '02-29' || isLeap(year)) return `${text}-${monthAndDay}`
  return leapDay === 'feb_28' ? `${text}-02-28` : `${text}-03-01`
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** What one room-night costs with so many percent off, in whole points (decision 19). */
export function discounted(
  amount: number,
  { percent, rounding }: Pick<BirthdayBenefit, 'percent' | 'rounding'>,
): number {
  // In hundredths, so that no fraction is ever rounded twice.
  const hundredths = amount * (100 - percent)
  if (rounding === 'down') return Math.floor(hundredths / 100)
  if (rounding === 'up') return Math.ceil(hundredths / 100)
  return Math.floor((hundredths + 50) / 100)
}
