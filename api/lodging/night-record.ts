import { Type } from 'typebox'
import { BENEFIT_BASES, LEAP_DAYS, ROUNDINGS } from '../../domain/lodging/birthday-benefit.ts'
import { RATE_RULE_KINDS } from '../../domain/lodging/night-rate.ts'
import { LocalDate, OrNull, Points, Shape } from '../platform/schemas.ts'

export const DayName = Shape({ name: Type.String(), nameEn: Type.String() })

export const RateRule = Shape(
  {
    kind: Type.Enum([...RATE_RULE_KINDS], {
      description:
        'What decided the rate. `stopped` and `closed`: somebody took the night off sale; `none`: no rate reaches it.',
    }),
    version: OrNull(Type.Integer({ description: 'Of the rules in force.' })),
    season: OrNull(DayName),
    holiday: OrNull(DayName),
  },
  { title: 'RateRule' },
)

export const BenefitFields = {
  percent: Type.Integer({ minimum: 0, maximum: 100, description: 'Off each room-night.' }),
  daysAround: Type.Integer({ minimum: 0, maximum: 180 }),
  basis: Type.Enum([...BENEFIT_BASES], { description: 'Which day must lie near the birthday.' }),
  leapDay: Type.Enum([...LEAP_DAYS], {
    description: 'The birthday of somebody born on 29 February in other years.',
  }),
  rounding: Type.Enum([...ROUNDINGS], { description: 'Of what is left to pay per room-night.' }),
}

const DiscountRule = Shape(
  { kind: Type.Enum(['birthday']), ...BenefitFields },
  { title: 'DiscountRule' },
)

const discountFields = {
  discount: Points,
  discountRule: OrNull(DiscountRule),
}

/** A night as it was sold: frozen. */
export const AgreedNight = Shape(
  {
    night: LocalDate,
    listRate: Points,
    rule: OrNull(RateRule),
    ...discountFields,
    amount: Points,
  },
  { title: 'AgreedNight' },
)

/** A night as it would be sold; no amount where it is not for sale. */
export const QuotedNight = Shape(
  {
    night: LocalDate,
    listRate: OrNull(Points),
    rule: RateRule,
    ...discountFields,
    amount: OrNull(Points),
  },
  { title: 'QuotedNight' },
)

/** A night by the list. */
export const ListedNight = Shape(
  { night: LocalDate, amount: OrNull(Points), rule: RateRule },
  { title: 'ListedNight' },
)
