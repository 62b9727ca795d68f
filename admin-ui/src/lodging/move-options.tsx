import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { components } from '../api/schema.d.ts'
import { type Text, useText } from '../platform/i18n/use-text.ts'
import { useRoomTypeName } from './use-room-type-name.ts'

export type MoveOption = components['schemas']['MoveOption']

/** Free (and ready, for a guest who is inside), or held by the one stay it may be swapped with. */
export const canTake = (room: MoveOption, inHouse: boolean) =>
  room.free ? room.ready || !inHouse : room.swapStayId !== null && (room.ready || !inHouse)

type MoveOptionsProps = {
  rooms: MoveOption[]
  inHouse: boolean
  chosenId: string | null
  onChoose: (roomId: string) => void
}

/** What cannot be taken is shown as well, with the reason, so that nobody has to search for it. */
export const MoveOptions = ({ rooms, inHouse, chosenId, onChoose }: MoveOptionsProps) => {
  const t = useText()
  const typeName = useRoomTypeName()
  const labelId = useId()
  if (rooms.length === 0)
    return <Typography color="text.secondary">{t('stays.move.none')}</Typography>
  return (
    <FormControl>
      <FormLabel id={labelId}>{t('stays.move.rooms')}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={chosenId ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {rooms.map((room) => (
          <FormControlLabel
            key={room.roomId}
            value={room.roomId}
            disabled={!canTake(room, inHouse)}
            control={<Radio size="small" />}
            label={
              <>
                <Typography component="span" sx={{ fontWeight: 600 }}>
                  {room.roomNumber}
                </Typography>
                <Typography component="span" variant="body2">
                  {` · ${typeName(room)} · ${standingOf(room, inHouse, t)}`}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}

const standingOf = (room: MoveOption, inHouse: boolean, t: Text): string => {
  if (inHouse && !room.ready) return t('stays.move.notReady')
  if (room.free) return t('stays.move.free')
  if (room.orderNumber === null) return t('stays.move.outOfUse')
  return t(room.swapStayId ? 'stays.move.swapWith' : 'stays.move.takenBy', {
    number: room.orderNumber,
  })
}
