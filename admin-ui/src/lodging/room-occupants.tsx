import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { BoardRoom, BoardStay } from '../api/records.ts'
import { useHouseNow } from '../platform/clock/use-house-now.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'

type RoomOccupantsProps = { room: BoardRoom; date: string }

/** Two or three short lines in a tile: the guest, the next guest, cleaning, the reason of a block. */
export const RoomOccupants = ({ room, date }: RoomOccupantsProps) => {
  const t = useText()
  const { day, moment } = useFormats()
  const now = useHouseNow()
  const { stay, arrival, cleaning, block } = room
  // The name is for those who may read orders; the others see how many there are.
  const guestOf = ({ memberName, guests }: BoardStay): string =>
    memberName
      ? t('formats.sama', { name: memberName })
      : t('formats.guests', { smart_count: guests })
  const late = cleaning !== null && Date.parse(cleaning.dueAt) < now

  return (
    <Box sx={{ mt: 0.75, fontSize: '0.8125rem', lineHeight: 1.55 }}>
      {stay ? (
        <>
          <Line strong>{guestOf(stay)}</Line>
          <Line>
            {stay.checkOut <= date
              ? t('board.leavesToday')
              : t('board.staysUntil', { date: day(stay.checkOut) })}
          </Line>
        </>
      ) : null}
      {cleaning ? (
        <Line>
          {cleaning.toInspect
            ? t('housekeeping.tasks.to_inspect')
            : t(late ? 'board.cleaningLate' : 'board.cleaningDue', {
                time: moment(cleaning.dueAt, 'time'),
              })}
        </Line>
      ) : null}
      {block ? <Line>{block.reason}</Line> : null}
      {arrival && arrival.id !== stay?.id ? (
        <>
          {arrival.memberName ? <Line strong>{guestOf(arrival)}</Line> : null}
          <Line>
            {`${t('board.arriving')} · ${t('formats.guests', { smart_count: arrival.guests })}`}
          </Line>
        </>
      ) : null}
    </Box>
  )
}

const Line = ({ strong = false, children }: { strong?: boolean; children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: strong ? 600 : 400,
      color: strong ? 'text.primary' : 'text.secondary',
    }}
  >
    {children}
  </Box>
)
