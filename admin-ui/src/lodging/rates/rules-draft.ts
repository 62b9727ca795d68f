import type { Rules, Surcharge } from '../../api/records.ts'
import { isDay } from '../../platform/formats/day.ts'
import { wholeNumber } from './rate-draft.ts'

/** Rules as they are typed. An empty surcharge is none. */
export type SurchargeDraft = { kind: Surcharge['kind']; value: string }
export type SeasonDraft = {
  key: string
  name: string
  nameEn: string
  from: string
  until: string
  base: string
}
export type RulesDraft = {
  base: string
  weekdays: SurchargeDraft[]
  holidayEve: SurchargeDraft
  seasons: SeasonDraft[]
  pricedUntil: string
  publishOn: string
}

const noSurcharge: SurchargeDraft = { kind: 'percent', value: '' }

const surchargeDraft = (surcharge: Surcharge | null | undefined): SurchargeDraft =>
  surcharge ? { kind: surcharge.kind, value: String(surcharge.value) } : noSurcharge

export const rulesDraftOf = (rules: Rules | undefined): RulesDraft => ({
  base: rules ? String(rules.base) : '',
  weekdays: Array.from({ length: 7 }, (_, index) =>
    surchargeDraft(rules?.weekdays.find(({ weekday }) => weekday === index + 1)?.surcharge),
  ),
  holidayEve: surchargeDraft(rules?.holidayEve),
  seasons: (rules?.seasons ?? []).map((season) => ({
    ...season,
    key: season.from,
    base: String(season.base),
  })),
  pricedUntil: rules?.pricedUntil ?? '',
  publishOn: '',
})

/** What was typed as the house takes it; null while a number or a day makes no sense. */
export const rulesBodyOf = (draft: RulesDraft) => {
  const base = wholeNumber(draft.base)
  const weekdays = draft.weekdays.map(surchargeOf)
  const holidayEve = surchargeOf(draft.holidayEve)
  const seasons = draft.seasons.map(({ key, ...season }) => ({
    ...season,
    nameEn: season.nameEn.trim() || season.name,
    base: wholeNumber(season.base),
  }))
  const days = [draft.pricedUntil, draft.publishOn].filter((day) => day !== '')
  const rightSeasons = seasons.every(
    ({ name, from, until, base: amount }) =>
      name.trim() !== '' && isDay(from) && isDay(until) && amount !== null,
  )
  if (base === null || !rightSeasons || !days.every(isDay)) return null
  if ([...weekdays, holidayEve].includes('wrong')) return null
  const ruled = weekdays.flatMap((surcharge, index) =>
    surcharge && surcharge !== 'wrong' ? [{ weekday: index + 1, surcharge }] : [],
  )
  return {
    base,
    ...(ruled.length > 0 && { weekdays: ruled }),
    ...(holidayEve && holidayEve !== 'wrong' && { holidayEve }),
    ...(seasons.length > 0 && {
      seasons: seasons.map((season) => ({ ...season, base: season.base ?? 0 })),
    }),
    ...(draft.pricedUntil && { pricedUntil: draft.pricedUntil }),
    ...(draft.publishOn && { publishOn: draft.publishOn }),
  }
}

const surchargeOf = ({ kind, value }: SurchargeDraft): Surcharge | null | 'wrong' => {
  if (value.trim() === '') return null
  const number = wholeNumber(value)
  return number === null ? 'wrong' : { kind, value: number }
}
