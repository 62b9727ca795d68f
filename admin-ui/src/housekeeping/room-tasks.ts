import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import CleaningServicesOutlined from '@mui/icons-material/CleaningServicesOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import RemoveOutlined from '@mui/icons-material/RemoveOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { HousekeepingRoom } from '../api/records.ts'
import type { ToneName } from '../platform/themes/palette.ts'

export type RoomTask = HousekeepingRoom['task']

export const taskTones: Record<RoomTask, ToneName> = {
  waiting: 'bad',
  begun: 'wait',
  to_inspect: 'calm',
  departure_expected: 'plum',
  done: 'good',
  none: 'quiet',
}

export const taskIcons: Record<RoomTask, SvgIconComponent> = {
  waiting: HourglassEmptyOutlined,
  begun: CleaningServicesOutlined,
  to_inspect: FactCheckOutlined,
  departure_expected: LogoutOutlined,
  done: CheckCircleOutlined,
  none: RemoveOutlined,
}

/** A room in which there is, was or will be something to clean on the day. */
export const hasTask = (room: HousekeepingRoom): boolean => room.task !== 'none'
