import TuneOutlined from '@mui/icons-material/TuneOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import { useState } from 'react'
import { useListContext } from 'react-admin'
import { useText } from '../../platform/i18n/use-text.ts'
import { SearchField } from '../../platform/lists/search-field.tsx'
import { roomStatuses } from '../room-status.ts'
import { ChoiceFilter } from './choice-filter.tsx'
import { RoomFreeFilter } from './room-free-filter.tsx'
import { useEquipment, useRoomTypes } from './use-room-choices.ts'

type RoomFiltersProps = { retired: boolean; onRetired: (retired: boolean) => void }

const MORE = ['floor', 'capacityMin', 'equipment', 'freeFrom', 'freeUntil']
const GUESTS = [1, 2, 3, 4, 5, 6, 8, 10]
const FLOORS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** What is asked most stands open; the rest unfolds, and stays open while it narrows the list. */
export const RoomFilters = ({ retired, onRetired }: RoomFiltersProps) => {
  const t = useText()
  const { filterValues } = useListContext()
  const narrowed = MORE.some((name) => filterValues[name] !== undefined)
  const [open, setOpen] = useState(narrowed)
  const types = useRoomTypes()
  const statuses = roomStatuses.map((status) => ({
    id: status,
    name: t(`room.statuses.${status}`),
  }))
  return (
    <Box role="search" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <SearchField label={t('rooms.search')} />
        <ChoiceFilter source="roomTypeId" label={t('rooms.type')} choices={types} />
        <ChoiceFilter source="status" label={t('rooms.statusNow')} choices={statuses} />
        <Button
          startIcon={<TuneOutlined />}
          aria-expanded={open}
          aria-controls="room-filters-more"
          onClick={() => setOpen(!open)}
        >
          {t('rooms.moreFilters')}
        </Button>
      </Box>
      <Collapse in={open} id="room-filters-more" unmountOnExit>
        <MoreFilters retired={retired} onRetired={onRetired} />
      </Collapse>
    </Box>
  )
}

const MoreFilters = ({ retired, onRetired }: RoomFiltersProps) => {
  const t = useText()
  const equipment = useEquipment()
  const guests = GUESTS.map((count) => ({
    id: String(count),
    name: t('rooms.atLeast', { smart_count: count }),
  }))
  const floors = FLOORS.map((floor) => ({ id: String(floor), name: t('board.floor', { floor }) }))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', pt: 1.5 }}>
      <ChoiceFilter source="capacityMin" label={t('rooms.capacity')} choices={guests} />
      <ChoiceFilter source="floor" label={t('rooms.floor')} choices={floors} />
      <ChoiceFilter source="equipment" label={t('rooms.equipment')} choices={equipment} multiple />
      <RoomFreeFilter />
      <FormControlLabel
        control={<Switch checked={retired} onChange={(_, checked) => onRetired(checked)} />}
        label={t('rooms.showRetired')}
      />
    </Box>
  )
}
