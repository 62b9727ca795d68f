import Typography from '@mui/material/Typography'
import type { Room } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Fact, Facts } from '../../platform/layout/facts.tsx'
import { useArea } from './use-area.ts'
import { useEquipmentNames } from './use-equipment-names.ts'

/** How large a room is, for how many, and what is in it. */
export const RoomFacts = ({ room }: { room: Room }) => {
  const t = useText()
  const area = useArea()
  const equipmentNames = useEquipmentNames()
  return (
    <>
      <Facts>
        <Fact label={t('rooms.capacity')}>
          {t('formats.guests', { smart_count: room.capacity })}
        </Fact>
        <Fact label={t('rooms.area')}>{area(room.areaM2)}</Fact>
        <Fact label={t('rooms.floor')}>{t('board.floor', { floor: room.floor })}</Fact>
      </Facts>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1.5 }}>
        {t('rooms.equipment')}
      </Typography>
      <Typography variant="body2">{equipmentNames(room.equipment)}</Typography>
      {room.description ? (
        <Typography
          variant="body2"
          sx={{ mt: 1.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {room.description}
        </Typography>
      ) : null}
    </>
  )
}
