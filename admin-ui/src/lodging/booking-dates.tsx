import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { addDays, isDay, nightsBetween } from '../platform/formats/day.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { DayField } from '../platform/layout/day-field.tsx'
import { Section } from '../platform/layout/section.tsx'
import { areDaysRight, type BookingDraft } from './booking-draft.ts'

type BookingDatesProps = {
  draft: BookingDraft
  today: string
  onChange: (draft: BookingDraft) => void
}

export const BookingDates = ({ draft, today, onChange }: BookingDatesProps) => {
  const t = useText()
  const isRight = areDaysRight(draft)
  /** A later check-in takes the check-out along, so that the nights stay. */
  const arriveOn = (checkIn: string) => {
    const nights = isRight ? nightsBetween(draft.checkIn, draft.checkOut) : 1
    onChange({
      ...draft,
      checkIn,
      checkOut: isDay(checkIn) ? addDays(checkIn, nights) : draft.checkOut,
    })
  }
  return (
    <Section title={t('booking.dates')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <DayField
          label={t('booking.checkIn')}
          value={draft.checkIn}
          min={today}
          onChange={arriveOn}
          sx={{ flex: '1 1 150px', maxWidth: 220 }}
        />
        <DayField
          label={t('booking.checkOut')}
          value={draft.checkOut}
          min={isDay(draft.checkIn) ? addDays(draft.checkIn, 1) : today}
          error={!isRight}
          helperText={isRight ? undefined : t('booking.datesWrong')}
          onChange={(checkOut) => onChange({ ...draft, checkOut })}
          sx={{ flex: '1 1 150px', maxWidth: 220 }}
        />
        {isRight ? (
          <Typography sx={{ alignSelf: 'center', fontWeight: 600 }}>
            {t('formats.nights', { smart_count: nightsBetween(draft.checkIn, draft.checkOut) })}
          </Typography>
        ) : null}
      </Box>
    </Section>
  )
}
