import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { HousekeepingRoom } from '../api/records.ts'
import { useHouseNow } from '../platform/clock/use-house-now.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { tones } from '../platform/themes/palette.ts'

/** Who comes and goes, in numbers: all that whoever cleans has to know of guests. */
export const GuestFacts = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const { arrivingGuests, leavingGuests, stayingGuests, blocked } = room
  return (
    <>
      {arrivingGuests !== null ? (
        <Line strong>{t('housekeeping.arriving', { smart_count: arrivingGuests })}</Line>
      ) : null}
      {leavingGuests !== null ? (
        <Line>{t('housekeeping.leaving', { smart_count: leavingGuests })}</Line>
      ) : null}
      {stayingGuests !== null ? (
        <Line>{t('housekeeping.staying', { smart_count: stayingGuests })}</Line>
      ) : null}
      {blocked ? <Line>{t('housekeeping.blocked')}</Line> : null}
    </>
  )
}

/** By when, since when, and whether that has passed. */
export const TimeFacts = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const { moment } = useFormats()
  const now = useHouseNow()
  const { cleaning } = room
  if (!cleaning) return null
  const { doneAt, begunAt, dueAt } = cleaning
  if (doneAt) return <Line>{t('housekeeping.doneAt', { time: moment(doneAt, 'time') })}</Line>
  const time = moment(dueAt, 'time')
  const isLate = Date.parse(dueAt) < now
  return (
    <>
      {isLate ? (
        <Line alarm>{t('housekeeping.late', { time })}</Line>
      ) : (
        <Line>{t('housekeeping.dueBy', { time })}</Line>
      )}
      {begunAt ? <Line>{t('housekeeping.begunAt', { time: moment(begunAt, 'time') })}</Line> : null}
    </>
  )
}

/** What the desk or an inspector wrote for whoever cleans. */
export const WordFacts = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const { sentBackReason, note } = room.cleaning ?? {}
  return (
    <>
      {sentBackReason && room.task !== 'done' ? (
        <Line alarm>{t('housekeeping.sentBack', { reason: sentBackReason })}</Line>
      ) : null}
      {note ? <Line>{t('housekeeping.note', { note })}</Line> : null}
    </>
  )
}

type LineProps = { strong?: boolean; alarm?: boolean; children: ReactNode }

const Line = ({ strong = false, alarm = false, children }: LineProps) => (
  <Box
    component="span"
    sx={{
      display: 'block',
      fontSize: '0.875rem',
      lineHeight: 1.6,
      overflowWrap: 'anywhere',
      fontWeight: strong || alarm ? 700 : 400,
      color: alarm ? tones.bad.ink : 'text.primary',
    }}
  >
    {children}
  </Box>
)
