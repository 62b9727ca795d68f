import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRedirect } from 'react-admin'
import { answerOf, api } from '../api/client.ts'
import { commandHeaders } from '../api/command-headers.ts'
import type { Member, Order, Quote } from '../api/records.ts'
import { CommandDialog } from '../platform/commands/command-dialog.tsx'
import { useText } from '../platform/i18n/use-text.ts'
import { useProperty } from '../platform/session/use-property.ts'
import type { CartStay } from './booking-draft.ts'
import { SummaryLines } from './summary-lines.tsx'

type PlaceOrderButtonProps = {
  stays: CartStay[]
  quote: Quote | undefined
  member: Member | null
}

/** Asks once more with the whole order in view; what is missing is said under the button. */
export const PlaceOrderButton = ({ stays, quote, member }: PlaceOrderButtonProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const missing =
    stays.length === 0 ? t('booking.pickRoom') : member ? null : t('booking.pickMember')
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
        <PlaceOrderDialog
          stays={stays}
          quote={quote}
          member={member}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

const PlaceOrderDialog = ({
  stays,
  quote,
  member,
  onClose,
}: PlaceOrderButtonProps & { onClose: () => void }) => {
  const t = useText()
  const redirect = useRedirect()
  const property = useProperty()

  const send = (key: string) =>
    answerOf(
      api.POST('/v1/orders', {
        params: { header: commandHeaders(key) },
        body: {
          propertyId: property?.id ?? '',
          memberId: member?.id ?? '',
          channel: 'desk',
          stays: stays.map(({ name: _name, nameEn: _nameEn, ...stay }) => stay),
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
      <Typography sx={{ fontWeight: 600 }}>
        {t('formats.sama', { name: member?.name ?? '' })}
      </Typography>
      <div>
        <SummaryLines stays={stays} quote={quote} />
      </div>
    </CommandDialog>
  )
}
