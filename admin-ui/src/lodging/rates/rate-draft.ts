import { isDay } from '../../platform/formats/day.ts'

export const CHANGES = ['set', 'percent', 'plus', 'stop', 'clear'] as const

/** What is typed, as it is typed. */
export type RateDraft = {
  roomTypeIds: string[]
  fromNight: string
  untilNight: string
  /** ISO weekdays as texts; all of them when none is chosen. */
  weekdays: string[]
  change: (typeof CHANGES)[number]
  value: string
}

export const draftOf = (range: Pick<RateDraft, 'roomTypeIds' | 'fromNight' | 'untilNight'>) => ({
  ...range,
  weekdays: [] as string[],
  change: 'set' as RateDraft['change'],
  value: '',
})

export type RateWish = {
  roomTypeIds: string[]
  fromNight: string
  untilNight: string
  weekdays?: number[]
  change: RateDraft['change']
  value?: number
}

/** Numbers as a Japanese keyboard writes them too: full-width digits, commas, either minus. */
export const wholeNumber = (text: string): number | null => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[−–ー]/, '-')
  return /^[+-]?\d{1,8}$/.test(plain) ? Number(plain) : null
}

/** The wish once it can be asked; null while something is missing. */
export const wishOf = (draft: RateDraft): RateWish | null => {
  const { roomTypeIds, fromNight, untilNight, change } = draft
  const takesValue = change !== 'stop' && change !== 'clear'
  const value = wholeNumber(draft.value)
  if (roomTypeIds.length === 0 || !isDay(fromNight) || !isDay(untilNight)) return null
  if (takesValue && value === null) return null
  const weekdays = draft.weekdays.map(Number).toSorted((a, b) => a - b)
  return {
    roomTypeIds,
    fromNight,
    untilNight,
    change,
    ...(weekdays.length > 0 && { weekdays }),
    ...(takesValue && value !== null && { value }),
  }
}
