import { useText } from '../platform/i18n/use-text.ts'
import { ToneChip } from '../platform/layout/tone-chip.tsx'
import { type RoomTask, taskIcons, taskTones } from './room-tasks.ts'

export const TaskChip = ({ task }: { task: RoomTask }) => {
  const t = useText()
  return (
    <ToneChip
      tone={taskTones[task]}
      icon={taskIcons[task]}
      label={t(`housekeeping.tasks.${task}`)}
    />
  )
}
