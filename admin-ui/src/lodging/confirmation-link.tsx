import Button from '@mui/material/Button'
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import type { Order } from '../api/records.ts'
import { useText, useUiLocale } from '../platform/i18n/use-text.ts'

/** The order on paper, in the language of the screen. */
export const ConfirmationLink = ({ order }: { order: Order }) => {
  const t = useText()
  const locale = useUiLocale()
  return (
    <Button
      variant="outlined"
      href={`/v1/orders/${order.id}/confirmation.pdf?language=${locale}`}
      target="_blank"
      rel="noopener"
      startIcon={<PictureAsPdfOutlined />}
    >
      {t('messages.confirmation')}
    </Button>
  )
}
