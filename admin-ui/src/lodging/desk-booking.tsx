import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLocation } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'
import { Page } from '../platform/layout/page.tsx'
import { Section } from '../platform/layout/section.tsx'
import { useProperty } from '../platform/session/use-property.ts'
import { Failure } from '../platform/states/failure.tsx'
import { PageLoading } from '../platform/states/page-loading.tsx'
import { RequirePermission } from '../platform/states/require-permission.tsx'
import { AddToCart, BookingCart } from './booking-cart.tsx'
import {
  areDaysRight,
  type BookingDraft,
  chosenStays,
  draftFrom,
  leftFor,
} from './booking-draft.ts'
import { BookingDates } from './booking-dates.tsx'
import { BookingSummary } from './booking-summary.tsx'
import { MemberPicker } from './member-picker.tsx'
import { RoomTypeChoice } from './room-type-choice.tsx'
import { useAvailability } from './use-availability.ts'
import { useBusinessDate } from './use-business-date.ts'

export const DeskBooking = () => {
  const property = useProperty()
  const today = useBusinessDate()
  return (
    <RequirePermission of="order.place">
      {today ? <BookingForm key={property?.id} today={today} /> : <PageLoading />}
    </RequirePermission>
  )
}

/** Dates, rooms, member, in the order in which a guest tells them; the price is always beside it. */
const BookingForm = ({ today }: { today: string }) => {
  const t = useText()
  const { search } = useLocation()
  const [draft, setDraft] = useState<BookingDraft>(() => draftFrom(search, today))
  const daysRight = areDaysRight(draft)
  const { data, error, isPending, refetch } = useAvailability(
    draft.checkIn,
    draft.checkOut,
    daysRight,
  )
  const types = daysRight && data ? leftFor(draft, data) : null
  const chosen = types ? chosenStays(draft, types) : []

  return (
    <Page title={t('booking.title')} lead={t('booking.lead')}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { lg: 'minmax(0, 1fr) 360px' },
          alignItems: 'start',
        }}
      >
        <div>
          <BookingDates draft={draft} today={today} onChange={setDraft} />
          <Section title={t('booking.rooms')}>
            {!daysRight ? (
              <Typography color="text.secondary">{t('booking.chooseDates')}</Typography>
            ) : null}
            {daysRight && error && !data ? (
              <Failure error={error} onRetry={() => void refetch()} />
            ) : null}
            {daysRight && isPending ? <Skeleton variant="rounded" height={160} /> : null}
            {types ? (
              <RoomTypeChoice
                types={types}
                lines={draft.lines}
                onChange={(lines) => setDraft({ ...draft, lines })}
              />
            ) : null}
            <AddToCart stays={chosen} draft={draft} onChange={setDraft} />
          </Section>
          <BookingCart draft={draft} onChange={setDraft} />
          <Section title={t('booking.member')}>
            <MemberPicker
              member={draft.member}
              onChange={(member) => setDraft({ ...draft, member })}
            />
          </Section>
        </div>
        <BookingSummary stays={[...draft.cart, ...chosen]} member={draft.member} />
      </Box>
    </Page>
  )
}
