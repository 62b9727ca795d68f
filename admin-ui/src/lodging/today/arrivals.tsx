import type { Today, TodayRoom, TodayStay } from '../../api/records.ts'
import { nightsBetween } from '../../platform/formats/day.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ToneChip } from '../../platform/layout/tone-chip.tsx'
import { CheckInButton } from '../check-in-button.tsx'
import { FinishCleaningButton } from '../finish-cleaning-button.tsx'
import { OrderStatusChip } from '../order-status-chip.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'
import { NextLink } from './next-link.tsx'
import { TodayLine } from './today-line.tsx'
import { TodaySection } from './today-section.tsx'

/** Whom the house still expects tonight. */
export const Arrivals = ({ today }: { today: Today }) => {
  const t = useText()
  const empty = t(today.counts.arrived > 0 ? 'today.allArrived' : 'today.noArrivals')
  return (
    <TodaySection
      title={t('today.arrivals')}
      lines={today.arrivals}
      empty={empty}
      keyOf={({ stay }) => stay.id}
    >
      {(line) => <Arrival line={line} />}
    </TodaySection>
  )
}

const Arrival = ({ line }: { line: TodayStay }) => {
  const t = useText()
  const { day } = useFormats()
  const typeName = useRoomTypeName()
  const { stay, room, next } = line
  const order = `/orders/${stay.orderId}/show`
  const nights = t('formats.nights', { smart_count: nightsBetween(stay.checkIn, stay.checkOut) })
  return (
    <TodayLine
      mark={stay.roomNumber}
      tone={room === 'ready' ? 'calm' : 'wait'}
      title={t('formats.sama', { name: stay.memberName })}
      to={order}
      chips={
        <>
          {stay.status === 'pending' ? <OrderStatusChip status="pending" /> : null}
          {room === 'ready' ? null : <ToneChip tone="wait" label={t(`today.rooms.${room}`)} />}
        </>
      }
      about={`${typeName(stay)} · ${nights} (${t('today.until', { date: day(stay.checkOut) })}) · ${t('formats.guests', { smart_count: stay.guests })}`}
    >
      {next === 'check_in' && stay.allowedActions.includes('check_in') ? (
        <CheckInButton stay={stay} roomNumber={stay.roomNumber} offered />
      ) : (
        <NextLink repeated to={order} label={t('today.openOrder')} about={stay.orderNumber} />
      )}
    </TodayLine>
  )
}

/** What has to happen to a room before its guest may have the key; nothing at all when every room is ready. */
export const ArrivalRooms = ({ today }: { today: Today }) => {
  const t = useText()
  if (today.rooms.length === 0) return null
  return (
    <TodaySection
      title={t('today.roomsTitle')}
      lines={today.rooms}
      empty=""
      keyOf={({ roomId }) => roomId}
    >
      {(line) => <ArrivalRoom line={line} />}
    </TodaySection>
  )
}

const ArrivalRoom = ({ line }: { line: TodayRoom }) => {
  const t = useText()
  const room = { id: line.roomId, number: line.number }
  return (
    <TodayLine
      mark={line.number}
      tone="wait"
      title={t(`today.rooms.${line.room}`)}
      to={null}
      about={t('today.roomFor', { name: line.memberName })}
    >
      {line.next === 'finish_cleaning' && line.allowedActions.includes('finish_cleaning') ? (
        <FinishCleaningButton room={room} offered />
      ) : (
        <NextLink to="/board" label={t('today.openBoard')} about={line.number} />
      )}
    </TodayLine>
  )
}
