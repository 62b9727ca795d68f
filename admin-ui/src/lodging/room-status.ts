import BlockOutlined from '@mui/icons-material/BlockOutlined'
import BuildOutlined from '@mui/icons-material/BuildOutlined'
import CleaningServicesOutlined from '@mui/icons-material/CleaningServicesOutlined'
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined'
import HotelOutlined from '@mui/icons-material/HotelOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import type { SvgIconComponent } from '@mui/icons-material'
import type { RoomStatus } from '../api/records.ts'

export const roomStatuses: RoomStatus[] = [
  'available',
  'reserved',
  'occupied',
  'cleaning',
  'maintenance',
  'unavailable',
]

export const roomStatusIcons: Record<RoomStatus, SvgIconComponent> = {
  available: RadioButtonUnchecked,
  reserved: EventAvailableOutlined,
  occupied: HotelOutlined,
  cleaning: CleaningServicesOutlined,
  maintenance: BuildOutlined,
  unavailable: BlockOutlined,
}
