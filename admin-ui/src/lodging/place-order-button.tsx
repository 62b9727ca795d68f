import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRedirect } from 'react-admin'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Order } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useProperty } from '../platform/session/use-property.ts'
import type { BookingDraft, BookingLine } from './booking-draft.ts'
import { SummaryLines } from './summary-lines.tsx'

type PlaceOrderButtonProps = { draft: BookingDraft; lines: BookingLine[] }

/** Asks once more with the whole order in view; what is missing is said under the button. */
export const PlaceOrderButton = ({ draft, lines }: PlaceOrderButtonProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const missing =
    lines.length === 0 ? t('booking.pickRoom') : draft.member ? null : t('booking.pickMember')
  return (
    <>
      <Button
        variant="contained"
        size="large"
        fullWidth
        disabled={missing !== null}
        onClick={() => setOpen(true)}
      >
        {t('booking.submit')}
      </Button>
      {missing ? (
        <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1 }}>
          {missing}
        </Typography>
      ) : null}
      {open ? (
        <PlaceOrderDialog draft={draft} lines={lines} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

const PlaceOrderDialog = ({
  draft,
  lines,
  onClose,
}: PlaceOrderButtonProps & { onClose: () => void }) => {
  const t = useText()
  const redirect = useRedirect()
  const property = useProperty()
  const { days } = useFormats()
  const { checkIn, checkOut, member } = draft

  const send = (key: string) =>
    answerOf(
      api.POST('/v1/orders', {
        params: { header: commandHeaders(key) },
        body: {
          propertyId: property?.id ?? '',
          memberId: member?.id ?? '',
          channel: 'desk',
          stays: lines.map(({ type, count, guestsPerRoom }) => ({
            roomTypeId: type.roomTypeId,
            checkIn,
            checkOut,
            count,
            guestsPerRoom,
          })),
        },
      }),
    )

  const sentence = ({ number, status }: Order) =>
    t(status === 'pending' ? 'booking.pendingDone' : 'booking.paidDone', { number })

  return (
    <CommandDialog
      title={t('booking.confirmTitle')}
      confirm={t('booking.submit')}
      send={send}
      done={sentence}
      onDone={(order) => redirect(`/orders/${order.id}/show`)}
      onClose={onClose}
    >
      <div>
        <Typography sx={{ fontWeight: 600 }}>
          {t('formats.sama', { name: member?.name ?? '' })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {days(checkIn, checkOut)}
        </Typography>
      </div>
      <div>
        <SummaryLines lines={lines} />
      </div>
    </CommandDialog>
  )
}
