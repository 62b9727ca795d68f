import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined'
import { useHouseNow } from '../platform/clock/use-house-now.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'

const SOON_MS = 4 * 3_600_000

/** How long there is left to decide, by the clock of the house. */
export const DueTime = ({ dueAt }: { dueAt: string }) => {
  const t = useText()
  const { span } = useFormats()
  const left = Date.parse(dueAt) - useHouseNow()
  const label = t(left < 0 ? 'approvals.overdue' : 'approvals.dueIn', { span: span(left) })
  const tone = left < 0 ? 'bad' : left < SOON_MS ? 'wait' : 'quiet'
  return <ToneChip tone={tone} label={label} icon={HourglassBottomOutlined} />
}
