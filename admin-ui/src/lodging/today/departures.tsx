import type { Today, TodayStay } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ToneChip } from '../../platform/layout/tone-chip.tsx'
import { CheckOutButton } from '../check-out-button.tsx'
import { useRoomTypeName } from '../use-room-type-name.ts'
import { NextLink } from './next-link.tsx'
import { TodayLine } from './today-line.tsx'
import { TodaySection } from './today-section.tsx'

const IN_HOUSE_SHOWN = 5

/** Whoever leaves today, those who should have left already first. */
export const Departures = ({ today }: { today: Today }) => {
  const t = useText()
  const lines = today.departures.toSorted((a, b) => Number(b.overdue) - Number(a.overdue))
  const empty = t(today.counts.departed > 0 ? 'today.allDeparted' : 'today.noDepartures')
  return (
    <TodaySection
      title={t('today.departures')}
      lines={lines}
      empty={empty}
      keyOf={({ stay }) => stay.id}
    >
      {(line) => <Inside line={line} />}
    </TodaySection>
  )
}

export const InHouse = ({ today }: { today: Today }) => {
  const t = useText()
  return (
    <TodaySection
      title={t('today.staying')}
      lines={today.inHouse}
      shown={IN_HOUSE_SHOWN}
      empty={t('today.noStaying')}
      keyOf={({ stay }) => stay.id}
    >
      {(line) => <Inside line={line} />}
    </TodaySection>
  )
}

const Inside = ({ line }: { line: TodayStay }) => {
  const t = useText()
  const { day } = useFormats()
  const typeName = useRoomTypeName()
  const { stay, overdue, next } = line
  const order = `/orders/${stay.orderId}/show`
  const until = t('today.until', { date: day(stay.checkOut) })
  return (
    <TodayLine
      mark={stay.roomNumber}
      tone={overdue ? 'bad' : 'plum'}
      title={t('formats.sama', { name: stay.memberName })}
      to={order}
      chips={overdue ? <ToneChip tone="bad" label={t('today.overdue')} /> : null}
      about={`${typeName(stay)} · ${until} · ${t('formats.guests', { smart_count: stay.guests })}`}
    >
      {next === 'check_out' && stay.allowedActions.includes('check_out') ? (
        <CheckOutButton stay={stay} roomNumber={stay.roomNumber} offered />
      ) : (
        <NextLink repeated to={order} label={t('today.openOrder')} about={stay.orderNumber} />
      )}
    </TodayLine>
  )
}
