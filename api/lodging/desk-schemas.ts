import { Type } from 'typebox'
import {
  IDENTITY_DOCUMENTS,
  IDENTITY_METHODS,
  LICENCES,
} from '../../domain/lodging/guest-register.ts'
import { Id, LocalDate, Moment, OrNull, Reason, Shape, Text, Version } from '../platform/schemas.ts'

/** A room of fifty with companions: the most a register of one stay holds. */
const GUESTS_MAX = 50

/** What the desk may hand in about one guest; which of it is wanted depends on the dwelling's licence. */
const guestFields = {
  name: Type.Optional(Text(200)),
  address: Type.Optional(Text(300)),
  occupation: Type.Optional(OrNull(Text(100))),
  contact: Type.Optional(OrNull(Text(100))),
  nationality: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.', examples: ['JP'] }),
  ),
  livesInJapan: Type.Optional(Type.Boolean({ description: 'Has an address in Japan.' })),
  passportNumber: Type.Optional(
    OrNull(
      Type.String({
        pattern: '^[A-Za-z0-9 ]{5,20}$',
        description: 'Of foreigners without an address in Japan, and of nobody else.',
      }),
    ),
  ),
}

const CopyOf = Type.Optional(
  Type.String({
    format: 'uuid',
    description: "An entry of the same member's earlier stay: what is not given is copied from it.",
  }),
)

export const Guest = Shape({
  copyOf: CopyOf,
  ...guestFields,
  representative: Type.Boolean({ description: 'One of each room.' }),
})
export const Companion = Shape({ copyOf: CopyOf, ...guestFields })
export const GuestChanges = Shape(
  { ...guestFields, representative: Type.Optional(Type.Boolean()), reason: Reason },
  // A reason alone changes nothing.
  { minProperties: 2 },
)

export const RecordedTimeFields = {
  at: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'When it happened, if not now: earlier on the same business day.',
    }),
  ),
  atReason: Type.Optional(Reason),
}

export const IdentityBody = Shape({
  method: Type.Enum([...IDENTITY_METHODS]),
  document: Type.Enum([...IDENTITY_DOCUMENTS], { description: 'Which paper was seen.' }),
  everyGuest: Type.Literal(true, { description: 'Every guest of the party was recognised.' }),
})

export const PartyFields = {
  guests: Type.Array(Guest, { minItems: 1, maxItems: GUESTS_MAX }),
  /** Why the guests are not as many as were booked. */
  countReason: Type.Optional(Reason),
}

export const GuestInBrief = Shape(
  {
    id: Id,
    stayId: Id,
    position: Type.Integer(),
    representative: Type.Boolean(),
    name: OrNull(Type.String({ description: 'Null once forgotten.' })),
    addressHint: OrNull(Type.String()),
    passportHint: OrNull(Type.String()),
    nationality: Type.String(),
    livesInJapan: OrNull(Type.Boolean()),
    licence: Type.Enum([...LICENCES]),
    recordedAt: Moment,
    retainUntil: LocalDate,
    version: Version,
  },
  { title: 'GuestInBrief' },
)

const written = {
  name: Type.String(),
  address: Type.String(),
  occupation: OrNull(Type.String()),
  contact: OrNull(Type.String()),
  nationality: Type.String(),
  livesInJapan: Type.Boolean(),
  passportNumber: OrNull(Type.String()),
  representative: Type.Boolean(),
}
export const RevealedGuest = Shape(
  { id: Id, stayId: Id, version: Version, ...written },
  { title: 'RevealedGuest' },
)
export const EarlierGuest = Shape(
  {
    guestId: Id,
    version: Version,
    recordedAt: Moment,
    recordedBy: OrNull(Type.String()),
    reason: OrNull(Type.String({ description: 'Why this version was written.' })),
    ...written,
  },
  { title: 'EarlierGuest' },
)

export const Identity = Shape({
  method: Type.Enum([...IDENTITY_METHODS]),
  document: Type.Enum([...IDENTITY_DOCUMENTS]),
  confirmedBy: Type.String(),
  confirmedAt: Moment,
})
