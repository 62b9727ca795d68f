import type { Language } from '../platform/errors.ts'

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** 2026年12月24日(木), Thu 24 Dec 2026: the year and the weekday always, as a guest needs them. */
export function dayInWords(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const weekday = WEEKDAYS[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return language === 'ja'
    ? `${year}年${month}月${day}日(${weekday})`
    : `${weekday} ${day} ${MONTHS[month - 1]} ${year}`
}

/** A moment as the property's own clock shows it. */
export function momentInWords(moment: string, timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const day = dayInWords(`${part('year')}-${part('month')}-${part('day')}`, language)
  return `${day} ${part('hour')}:${part('minute')}`
}

export const pointsInWords = (points: number) =>
  `${String(points).replace(/\B(?=(\d{3})+$)/g, ',')} pt`

export function nightsInWords(nights: number, language: Language): string {
  if (language === 'ja') return `${nights}泊`
  return nights === 1 ? '1 night' : `${nights} nights`
}

export function guestsInWords(guests: number, language: Language): string {
  if (language === 'ja') return `${guests}名`
  return guests === 1 ? '1 guest' : `${guests} guests`
}

export const nightsBetween = (checkIn: string, checkOut: string) =>
  Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / 86_400_000)
