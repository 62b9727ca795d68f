import { Type } from 'typebox'
import { LOT_CLASSES } from '../../domain/points/lots.ts'
import { Id, LocalDate, Moment, OrNull, Points, Shape } from '../platform/schemas.ts'

const StayCancellation = Shape(
  {
    stayId: Id,
    roomNumber: Type.String(),
    roomTypeName: Type.String(),
    checkIn: LocalDate,
    checkOut: LocalDate,
    tier: Shape({
      daysBefore: Type.Integer({ minimum: 0 }),
      feePercent: Type.Integer({ minimum: 0, maximum: 100 }),
    }),
    nights: Type.Array(Shape({ night: LocalDate, paid: Points, fee: Points, returned: Points })),
    paid: Points,
    fee: Points,
    returned: Points,
  },
  { title: 'StayCancellation' },
)

const RefilledLot = Shape(
  { lotId: Id, lotClass: Type.Enum([...LOT_CLASSES]), expiresAt: OrNull(Moment), amount: Points },
  { title: 'RefilledLot' },
)

const previewFields = {
  orderId: Id,
  leavesOn: Type.Optional(
    Type.String({ format: 'date', description: 'An early departure: the day the guest leaves.' }),
  ),
  stays: Type.Array(StayCancellation),
  lots: Type.Array(RefilledLot, {
    description: 'The lots the points go back to, with their old expiry.',
  }),
  paid: Points,
  fee: Points,
  returned: Points,
  policyVersion: Type.Integer(),
}

export const Digest = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of the canonical JSON of the preview.',
})
export const CancellationPreviewRecord = Shape(previewFields, { title: 'CancellationPreview' })
export const CancellationAnswerRecord = Shape(
  { ...previewFields, digest: Digest, needsApproval: Type.Boolean() },
  { title: 'CancellationAnswer' },
)
