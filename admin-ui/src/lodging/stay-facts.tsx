import type { BoardStay } from '../api/records.ts'
import { nightsBetween } from '../platform/formats/day.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { Fact, Facts } from '../platform/layout/facts.tsx'

export type StayInBrief = Pick<
  BoardStay,
  'id' | 'orderNumber' | 'memberName' | 'checkIn' | 'checkOut' | 'guests'
>

/** What the desk compares with the person in front of it. */
export const StayFacts = ({
  stay,
  roomNumber,
}: {
  stay: StayInBrief
  roomNumber: string | null
}) => {
  const t = useText()
  const { days } = useFormats()
  const nights = nightsBetween(stay.checkIn, stay.checkOut)
  return (
    <Facts>
      {stay.memberName ? (
        <Fact label={t('orders.member')}>{t('formats.sama', { name: stay.memberName })}</Fact>
      ) : null}
      {stay.orderNumber ? <Fact label={t('orders.number')}>{stay.orderNumber}</Fact> : null}
      <Fact label={t('orders.period')}>
        {`${days(stay.checkIn, stay.checkOut)} (${t('formats.nights', { smart_count: nights })})`}
      </Fact>
      <Fact label={t('orders.rooms')}>
        {`${roomNumber ?? t('orders.unassigned')} · ${t('formats.guests', { smart_count: stay.guests })}`}
      </Fact>
    </Facts>
  )
}
