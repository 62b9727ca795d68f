import type { Approval } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import type { ToneName } from '../platform/themes/palette.ts'

const toneOf: Record<Approval['status'], ToneName> = {
  pending: 'wait',
  approved: 'calm',
  settled: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
}

export const ApprovalStatusChip = ({ status }: { status: Approval['status'] }) => {
  const t = useText()
  return <ToneChip tone={toneOf[status]} label={t(`approvals.tabs.${status}`)} />
}
