import type { Message } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import type { ToneName } from '../platform/themes/palette.ts'

const toneOf: Record<Message['status'], ToneName> = {
  queued: 'wait',
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
  skipped: 'quiet',
}

export const MessageStatusChip = ({ status }: { status: Message['status'] }) => {
  const t = useText()
  return <ToneChip tone={toneOf[status]} label={t(`messages.statuses.${status}`)} />
}
