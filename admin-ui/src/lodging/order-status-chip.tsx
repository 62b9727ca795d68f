import type { Stay } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import type { ToneName } from '../platform/themes/palette.ts'

type Status = Stay['status']

const toneOf: Record<Status, ToneName> = {
  pending: 'wait',
  confirmed: 'calm',
  in_house: 'plum',
  departed: 'good',
  expired: 'quiet',
  cancelled: 'quiet',
  no_show: 'bad',
}

export const OrderStatusChip = ({ status }: { status: Status }) => {
  const t = useText()
  return <ToneChip tone={toneOf[status]} label={t(`orders.statuses.${status}`)} />
}
