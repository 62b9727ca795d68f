import AddShoppingCart from '@mui/icons-material/AddShoppingCartOutlined'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useNamed, useText } from '../platform/i18n/use-text.ts'
import { Section } from '../platform/layout/section.tsx'
import { dye } from '../platform/themes/palette.ts'
import type { BookingDraft, CartStay } from './booking-draft.ts'

type AddToCartProps = {
  stays: CartStay[]
  draft: BookingDraft
  onChange: (draft: BookingDraft) => void
}

/** The chosen rooms are laid aside, so that other days can be chosen for the same order. */
export const AddToCart = ({ stays, draft, onChange }: AddToCartProps) => {
  const t = useText()
  if (stays.length === 0) return null
  return (
    <Box sx={{ mt: 1.5 }}>
      <Button
        startIcon={<AddShoppingCart />}
        sx={{ whiteSpace: 'normal', textAlign: 'left' }}
        onClick={() => onChange({ ...draft, cart: [...draft.cart, ...stays], lines: {} })}
      >
        {t('booking.addToCart')}
      </Button>
    </Box>
  )
}

type BookingCartProps = { draft: BookingDraft; onChange: (draft: BookingDraft) => void }

export const BookingCart = ({ draft, onChange }: BookingCartProps) => {
  const t = useText()
  const named = useNamed()
  const { days } = useFormats()
  if (draft.cart.length === 0) return null
  const remove = (index: number) =>
    onChange({ ...draft, cart: draft.cart.filter((_, at) => at !== index) })
  return (
    <Section title={t('booking.cart')} help={t('booking.cartHelp')}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {draft.cart.map((stay, index) => (
          <Box
            component="li"
            key={`${stay.roomTypeId}:${stay.checkIn}:${stay.checkOut}:${index}`}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              py: 0.75,
              borderTop: index === 0 ? 0 : `1px solid ${dye.line}`,
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>
                {t('booking.line', { name: named(stay), count: stay.count })}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {`${days(stay.checkIn, stay.checkOut)} · ${t('formats.guests', { smart_count: stay.guestsPerRoom })}`}
              </Typography>
            </Box>
            <IconButton
              aria-label={t('booking.removeFromCart', { name: named(stay) })}
              onClick={() => remove(index)}
            >
              <DeleteOutlined />
            </IconButton>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
