import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { DataTable, LinkBase } from 'react-admin'
import type { Room } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { rightAligned, TableSheet } from '../../platform/lists/table-sheet.tsx'
import { RoomStatusChip } from '../room-status-chip.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'
import { RoomFace } from './room-face.tsx'
import { useArea } from './use-area.ts'
import { useEquipmentNames } from './use-equipment-names.ts'

const Column = DataTable.Col<Room>

export const RoomTable = () => {
  const t = useText()
  const typeName = useRoomTypeName()
  const area = useArea()
  const equipmentNames = useEquipmentNames()
  return (
    <TableSheet>
      <DataTable<Room> bulkActionButtons={false} rowClick={(id) => `/rooms/${id}/show`}>
        <Column
          label={t('rooms.number')}
          source="number"
          render={(room) => (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
              <RoomFace room={room} size={48} />
              <Link component={LinkBase} to={`/rooms/${room.id}/show`} sx={{ fontWeight: 700 }}>
                {room.number}
              </Link>
            </Box>
          )}
        />
        <Column label={t('rooms.type')} disableSort render={typeName} />
        <Column
          label={t('rooms.floor')}
          source="floor"
          render={({ floor }) => t('board.floor', { floor })}
        />
        <Column
          label={t('rooms.area')}
          source="areaM2"
          sx={rightAligned}
          render={({ areaM2 }) => area(areaM2)}
        />
        <Column
          label={t('rooms.capacity')}
          source="capacity"
          sx={rightAligned}
          render={({ capacity }) => t('formats.guests', { smart_count: capacity })}
        />
        <Column
          label={t('rooms.equipment')}
          disableSort
          render={({ equipment }) => (
            <Box
              sx={{
                fontSize: '0.8125rem',
                color: 'text.secondary',
                maxWidth: 320,
                overflow: 'hidden',
                display: '-webkit-box',
                WebkitLineClamp: 2,
                WebkitBoxOrient: 'vertical',
              }}
            >
              {equipmentNames(equipment)}
            </Box>
          )}
        />
        <Column
          label={t('rooms.status')}
          disableSort
          render={(room) =>
            room.retired ? t('rooms.retired') : <RoomStatusChip status={room.status} />
          }
        />
      </DataTable>
    </TableSheet>
  )
}
