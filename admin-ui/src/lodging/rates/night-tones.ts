import type { CalendarDate, CalendarNight } from '../../api/records.ts'
import { dye, tones } from '../../platform/themes/palette.ts'

const SATURDAY = 6
const SUNDAY = 7

/** Saturdays blue, Sundays and holidays red, as every Japanese calendar has them. */
export const dateTone = ({ weekday, holiday }: CalendarDate): { ink: string; paper: string } => {
  if (holiday || weekday === SUNDAY) return { ink: dye.vermilionDeep, paper: '#fbf0ea' }
  if (weekday === SATURDAY) return { ink: dye.indigo, paper: '#f0f4f8' }
  return { ink: dye.ink, paper: dye.paper }
}

/** What is not for sale stands out, the missing rate loudest: it is a mistake, the rest is meant. */
export const nightTone = (night: CalendarNight, date: CalendarDate) => {
  if (night.whyNot === 'no_rate') return { ink: '#ffffff', paper: dye.vermilion }
  if (night.whyNot === 'closed' || night.whyNot === 'stopped') return tones.quiet
  if (night.whyNot === 'sold_out') return tones.plum
  if (night.whyNot === 'past') return { ink: dye.inkSoft, paper: '#f3f0e9' }
  return { ink: dye.ink, paper: dateTone(date).paper }
}
