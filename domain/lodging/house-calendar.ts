import { addDays, type LocalDate } from './local-date.ts'

export type DayName = { readonly name: string; readonly nameEn: string }

/**
 * Where a property's calendar differs from the nation's: a holiday of its own, a national one that is
 * none here, a day on which the house is closed and sells no night.
 */
export const CALENDAR_DAY_KINDS = ['holiday', 'ordinary', 'closed'] as const
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number]
export type CalendarDay = DayName & { readonly day: LocalDate; readonly kind: CalendarDayKind }

export type HouseCalendar = {
  readonly holidayOn: (day: LocalDate) => DayName | null
  readonly closedOn: (day: LocalDate) => DayName | null
  /** The holiday that follows the night, when the night is the eve of one (休前日). */
  readonly eveOf: (night: LocalDate) => DayName | null
}

/** The holidays are data: the nation's as a question, the house's own days as rows. */
export function houseCalendar(
  national: (day: LocalDate) => DayName | null,
  own: readonly CalendarDay[],
): HouseCalendar {
  const days = new Map(own.map((day) => [day.day, day]))
  const holidayOn = (day: LocalDate): DayName | null => {
    const ours = days.get(day)
    // A house that is closed on a national holiday leaves it a holiday: its eve stays one.
    if (!ours || ours.kind === 'closed') return national(day)
    return ours.kind === 'holiday' ? named(ours) : null
  }
  return {
    holidayOn,
    closedOn: (day) => {
      const ours = days.get(day)
      return ours?.kind === 'closed' ? named(ours) : null
    },
    eveOf: (night) => holidayOn(addDays(night, 1)),
  }
}

const named = ({ name, nameEn }: DayName): DayName => ({ name, nameEn })
